using ElementsInTimeout;
using Shared;
using Skyline.DataMiner.Automation;

/// <summary>
/// Reports the elements that do not respond.
/// </summary>
public class Script
{
	/// <summary>
	/// The entry point of the script.
	/// </summary>
	/// <param name="engine">Link with the Automation engine.</param>
	public void Run(IEngine engine)
	{
		Element[] elements = engine.FindElements(new ElementFilter { TimeoutOnly = true });
		engine.Report(new TimeoutReport(elements).ToString());
	}
}
