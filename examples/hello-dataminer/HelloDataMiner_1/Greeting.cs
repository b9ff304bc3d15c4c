using System;

namespace HelloDataMiner
{
	/// <summary>
	/// Words for people.
	/// </summary>
	internal static class Greeting
	{
		public static string For(string name)
		{
			return String.IsNullOrWhiteSpace(name) ? "Hello!" : "Hello, " + name.Trim() + "!";
		}
	}
}
