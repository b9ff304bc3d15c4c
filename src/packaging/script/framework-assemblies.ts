/** Assemblies of .NET Framework 4.8.1, which scripts reference by their bare name (packaging spec 10.2, appendix A). */
const names = `
Accessibility CustomMarshalers ISymWrapper Microsoft.Activities.Build Microsoft.Build Microsoft.Build.Conversion.v4.0
Microsoft.Build.Engine Microsoft.Build.Framework Microsoft.Build.Tasks.v4.0 Microsoft.Build.Utilities.v4.0
Microsoft.CSharp Microsoft.JScript Microsoft.VisualBasic Microsoft.VisualBasic.Compatibility
Microsoft.VisualBasic.Compatibility.Data Microsoft.VisualC Microsoft.VisualC.STLCLR Microsoft.Win32.Primitives
mscorlib netstandard PresentationBuildTasks PresentationCore PresentationFramework PresentationFramework.Aero
PresentationFramework.Aero2 PresentationFramework.AeroLite PresentationFramework.Classic PresentationFramework.Luna
PresentationFramework.Royale ReachFramework sysglobl System System.Activities System.Activities.Core.Presentation
System.Activities.DurableInstancing System.Activities.Presentation System.AddIn System.AddIn.Contract
System.AppContext System.Collections System.Collections.Concurrent System.Collections.NonGeneric
System.Collections.Specialized System.ComponentModel System.ComponentModel.Annotations
System.ComponentModel.Composition System.ComponentModel.Composition.Registration
System.ComponentModel.DataAnnotations System.ComponentModel.EventBasedAsync System.ComponentModel.Primitives
System.ComponentModel.TypeConverter System.Configuration System.Configuration.Install System.Console System.Core
System.Data System.Data.Common System.Data.DataSetExtensions System.Data.Entity System.Data.Entity.Design
System.Data.Linq System.Data.OracleClient System.Data.Services System.Data.Services.Client
System.Data.Services.Design System.Data.SqlXml System.Deployment System.Design System.Device
System.Diagnostics.Contracts System.Diagnostics.Debug System.Diagnostics.FileVersionInfo System.Diagnostics.Process
System.Diagnostics.StackTrace System.Diagnostics.TextWriterTraceListener System.Diagnostics.Tools
System.Diagnostics.TraceSource System.Diagnostics.Tracing System.DirectoryServices
System.DirectoryServices.AccountManagement System.DirectoryServices.Protocols System.Drawing System.Drawing.Design
System.Drawing.Primitives System.Dynamic System.Dynamic.Runtime System.EnterpriseServices
System.EnterpriseServices.Thunk System.EnterpriseServices.Wrapper System.Globalization System.Globalization.Calendars
System.Globalization.Extensions System.IdentityModel System.IdentityModel.Selectors System.IdentityModel.Services
System.IO System.IO.Compression System.IO.Compression.FileSystem System.IO.Compression.ZipFile System.IO.FileSystem
System.IO.FileSystem.DriveInfo System.IO.FileSystem.Primitives System.IO.FileSystem.Watcher System.IO.IsolatedStorage
System.IO.Log System.IO.MemoryMappedFiles System.IO.Pipes System.IO.UnmanagedMemoryStream System.Linq
System.Linq.Expressions System.Linq.Parallel System.Linq.Queryable System.Management
System.Management.Instrumentation System.Messaging System.Net System.Net.Http System.Net.Http.Rtc
System.Net.Http.WebRequest System.Net.NameResolution System.Net.NetworkInformation System.Net.Ping
System.Net.Primitives System.Net.Requests System.Net.Security System.Net.Sockets System.Net.WebHeaderCollection
System.Net.WebSockets System.Net.WebSockets.Client System.Numerics System.ObjectModel System.Printing
System.Reflection System.Reflection.Context System.Reflection.Emit System.Reflection.Emit.ILGeneration
System.Reflection.Emit.Lightweight System.Reflection.Extensions System.Reflection.Primitives System.Resources.Reader
System.Resources.ResourceManager System.Resources.Writer System.Runtime System.Runtime.Caching
System.Runtime.CompilerServices.VisualC System.Runtime.DurableInstancing System.Runtime.Extensions
System.Runtime.Handles System.Runtime.InteropServices System.Runtime.InteropServices.RuntimeInformation
System.Runtime.InteropServices.WindowsRuntime System.Runtime.Numerics System.Runtime.Remoting
System.Runtime.Serialization System.Runtime.Serialization.Formatters System.Runtime.Serialization.Formatters.Soap
System.Runtime.Serialization.Json System.Runtime.Serialization.Primitives System.Runtime.Serialization.Xml
System.Security System.Security.Claims System.Security.Cryptography.Algorithms System.Security.Cryptography.Csp
System.Security.Cryptography.Encoding System.Security.Cryptography.Primitives
System.Security.Cryptography.X509Certificates System.Security.Principal System.Security.SecureString
System.ServiceModel System.ServiceModel.Activation System.ServiceModel.Activities System.ServiceModel.Channels
System.ServiceModel.Discovery System.ServiceModel.Duplex System.ServiceModel.Http System.ServiceModel.NetTcp
System.ServiceModel.Primitives System.ServiceModel.Routing System.ServiceModel.Security System.ServiceModel.Web
System.ServiceProcess System.Speech System.Text.Encoding System.Text.Encoding.Extensions
System.Text.RegularExpressions System.Threading System.Threading.Overlapped System.Threading.Tasks
System.Threading.Tasks.Parallel System.Threading.Thread System.Threading.ThreadPool System.Threading.Timer
System.Transactions System.ValueTuple System.Web System.Web.Abstractions System.Web.ApplicationServices
System.Web.DataVisualization System.Web.DataVisualization.Design System.Web.DynamicData System.Web.DynamicData.Design
System.Web.Entity System.Web.Entity.Design System.Web.Extensions System.Web.Extensions.Design System.Web.Mobile
System.Web.RegularExpressions System.Web.Routing System.Web.Services System.Windows System.Windows.Controls.Ribbon
System.Windows.Forms System.Windows.Forms.DataVisualization System.Windows.Forms.DataVisualization.Design
System.Windows.Input.Manipulations System.Windows.Presentation System.Workflow.Activities
System.Workflow.ComponentModel System.Workflow.Runtime System.WorkflowServices System.Xaml System.Xml System.Xml.Linq
System.Xml.ReaderWriter System.Xml.Serialization System.Xml.XDocument System.Xml.XmlDocument System.Xml.XmlSerializer
System.Xml.XPath System.Xml.XPath.XDocument UIAutomationClient UIAutomationClientsideProviders UIAutomationProvider
UIAutomationTypes WindowsBase WindowsFormsIntegration XamlBuildTask
`;

export const frameworkAssemblies: ReadonlySet<string> = new Set(
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${name}.dll`),
);

/** File names, in lower case, of what DataMiner references by itself (packaging spec 10.2). */
export const defaultAssemblies = new Set(
  'mscorlib Skyline.DataMiner.Storage.Types SLAnalyticsTypes SLLoggerUtil SLManagedAutomation SLNetTypes System System.Core System.Xml'
    .split(' ')
    .map((name) => `${name}.dll`.toLowerCase()),
);
