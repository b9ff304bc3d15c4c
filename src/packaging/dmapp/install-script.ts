import { escapeXml } from './escape-xml.ts';

/**
 * The script that a DataMiner System runs to install the package (packaging spec 14.6).
 * @param libraries file names of the DLLs beside it
 */
export function installScript(libraries: readonly string[]): string {
  const references = ['mscorlib.dll', ...libraries].map((name) => `      <Param type="ref">${escapeXml(name)}</Param>`);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<DMSScript options="272" xmlns="http://www.skyline.be/automation">',
    '  <Name>Install</Name>',
    '  <Description>Installs the content of this package</Description>',
    '  <Type>Automation</Type>',
    '  <Author></Author>',
    '  <CheckSets>FALSE</CheckSets>',
    '  <Folder></Folder>',
    '  <Protocols></Protocols>',
    '  <Memory></Memory>',
    '  <Parameters></Parameters>',
    '  <Script>',
    '    <Exe id="1" type="csharp">',
    `      <Value><![CDATA[${code.replaceAll('\n', '\r\n')}]]></Value>`,
    '      <Message></Message>',
    ...references,
    '    </Exe>',
    '  </Script>',
    '</DMSScript>',
  ];
  return `\ufeff${lines.join('\r\n')}`;
}

const code = `using System;
using Skyline.AppInstaller;
using Skyline.DataMiner.Automation;
using Skyline.DataMiner.Net.AppPackages;

/// <summary>Installs what the package holds.</summary>
public class Script
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    [AutomationEntryPoint(AutomationEntryPointType.Types.InstallAppPackage)]
    public void Install(IEngine engine, AppInstallContext context)
    {
        try
        {
            engine.Timeout = Limit;
            engine.GenerateInformation("The installation of the package begins.");
            new AppInstaller(Engine.SLNetRaw, context).InstallDefaultContent();
        }
        catch (Exception problem)
        {
            engine.ExitFail("The package could not be installed: " + problem);
        }
    }
}
`;
