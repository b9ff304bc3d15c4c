using System.Reflection;

[assembly: AssemblyTitle("HelloDataMiner_1")]
[assembly: AssemblyVersion("1.0.0.0")]
