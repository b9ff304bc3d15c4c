using HelloDataMiner;
using Shared;
using Skyline.DataMiner.Automation;

/// <summary>
/// Greets the person named by the script parameter Name.
/// </summary>
public class Script
{
	/// <summary>
	/// The entry point of the script.
	/// </summary>
	/// <param name="engine">Link with the Automation engine.</param>
	public void Run(IEngine engine)
	{
		string name = engine.GetScriptParam("Name").Value;
		engine.Report(Greeting.For(name));
	}
}
