using System.Reflection;

[assembly: AssemblyTitle("ElementsInTimeout_1")]
[assembly: AssemblyVersion("1.0.0.0")]
