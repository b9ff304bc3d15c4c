using Skyline.DataMiner.Automation;

namespace Shared
{
	/// <summary>
	/// Information events that tell which script they come from.
	/// </summary>
	internal static class InformationEvents
	{
		private const string Prefix = "Example script: ";

		public static void Report(this IEngine engine, string text)
		{
			engine.GenerateInformation(Prefix + text);
		}
	}
}
