import {
  compiled,
  folderWith,
  marked,
  packaged,
  projectText,
  removeTemporaryFolders,
  scriptFrom,
  scriptOf,
  scriptText,
  slnText,
  smallSolution,
} from '../temporary-solution.ts';

afterEach(removeTemporaryFolders);

/** The script of a small solution whose only block has the given content. */
async function block(content: string, ...items: string[]): Promise<string> {
  return scriptFrom({ ...smallSolution({ 'P.cs': 'class P { }' }, ...items), 'A.xml': scriptText('A', content) });
}

/** The `ref` parameters for the given Reference items. */
async function refs(...items: string[]): Promise<string[]> {
  const script = await block(marked('P'), ...items);
  return [...script.matchAll(/<Param type="ref">(.*?)<\/Param>/g)].map(([, text]) => text as string);
}

describe('the mark', () => {
  it('is replaced wherever it occurs, and the text around it stays', async () => {
    expect(await block('<Value><![CDATA[// a\n[Project:P]\n// [Project:P] b]]></Value>')).toContain(
      '<![CDATA[// a\nclass P { }\n// class P { } b]]>',
    );
  });

  it('may hold brackets: the name runs to the last one on its line', async () => {
    const name = 'A.B Satellite [DVB-S2.S2X]_63000';
    const files = {
      'S.sln': slnText({ A: [name] }),
      'A.xml': scriptText('A', marked(name)),
      [`${name}/${name}.csproj`]: projectText(...compiled('P.cs')),
      [`${name}/P.cs`]: 'class P { }',
    };
    expect(await scriptFrom(files)).toContain('<![CDATA[class P { }]]>');
  });

  it.each([
    ['of lower case', '<Value><![CDATA[[project:P]]]></Value>'],
    ['that is missing', '<Value><![CDATA[class Own { }]]></Value>'],
  ])('%s leaves the block untouched, its references too', async (_, value) => {
    const content = `${value}<Param type="ref">Old.dll</Param>`;
    expect(await block(content)).toContain(`<Exe id="1" type="csharp">${content}</Exe>`);
  });

  it('leaves blocks of other types untouched', async () => {
    const text =
      '<DMSScript><Name>A</Name><Script><Exe type="report"><Value><![CDATA[[Project:P]]]></Value></Exe></Script></DMSScript>';
    expect(await scriptFrom({ ...smallSolution(), 'A.xml': text })).toBe(text);
  });

  it('warns of a second one, which stays', async () => {
    const folder = await folderWith({
      ...smallSolution(),
      'A.xml': scriptText('A', '<Value><![CDATA[[Project:P]\n[Project:Q]]]></Value>'),
    });
    expect((await packaged(folder)).warnings).toEqual([expect.stringMatching(/^A\.xml:3:3: another/)]);
  });

  it('may stand in text without CDATA, escaped or between comments', async () => {
    expect(await block('<Value>\n  <!-- x -->[Project&#58;P]</Value>')).toContain(
      '<Value>\n\t\t\t\t<![CDATA[class P { }]]>\n\t\t\t</Value>',
    );
  });

  it('is not sought in what takes its place', async () => {
    const script = await scriptFrom(smallSolution({ 'P.cs': '// [Project:P]\nclass P { }' }));
    expect(script).toContain('<![CDATA[// [Project:P]\nclass P { }]]>');
  });

  it('takes code with replacement patterns as it is', async () => {
    expect(await scriptFrom(smallSolution({ 'P.cs': 'var x = "$& $1 $$";' }))).toContain(
      '<![CDATA[var x = "$& $1 $$";]]>',
    );
  });

  it('takes code with the end mark of CDATA', async () => {
    expect(await scriptFrom(smallSolution({ 'P.cs': 'b = a[c[0]]>1;' }))).toContain(
      '<![CDATA[b = a[c[0]]]]><![CDATA[>1;]]>',
    );
  });
});

describe('a rewritten block', () => {
  it('is indented with tabs; everything outside keeps its white space', async () => {
    const source =
      '<DMSScript>\r\n <Name>A</Name>\r\n <Script>\r\n  <Exe id="1" type="csharp"><Value><![CDATA[[Project:P]]]></Value>' +
      '<!-- c -->\r\n\r\n<Message></Message></Exe>\r\n </Script>\r\n <!-- end -->\r\n</DMSScript>\r\n';
    expect(await scriptFrom({ ...smallSolution({ 'P.cs': 'class P { }' }), 'A.xml': source })).toBe(
      '<DMSScript>\r\n <Name>A</Name>\r\n <Script>\n\t\t<Exe id="1" type="csharp">\n\t\t\t<Value>\n\t\t\t\t<![CDATA[class P { }]]>\n\t\t\t</Value>' +
        '\n\t\t\t<!-- c -->\n\t\t\t\n\t\t\t<Message />\n\t\t</Exe>\n\t</Script>\r\n <!-- end -->\r\n</DMSScript>\r\n',
    );
  });

  it('keeps the text of its values, on several lines too', async () => {
    const message = '<Message>one\n  two\n</Message>';
    expect(await block(marked('P', message))).toContain(message);
  });

  it('loses its references of any case, and gets new ones at its end', async () => {
    const script = await block(
      marked(
        'P',
        '<Param type="ref">a.dll</Param><Param Type="REF">b.dll</Param><Param type="using">U</Param><Param type="preCompile">true</Param>',
      ),
      '<Reference Include="System.Net.Http" />',
    );
    expect(script).toContain(
      '</Value>\n\t\t\t<Param type="using">U</Param>\n\t\t\t<Param type="preCompile">true</Param>\n\t\t\t<Param type="ref">System.Net.Http.dll</Param>\n\t\t</Exe>',
    );
    expect(script).not.toMatch(/[ab]\.dll/);
  });
});

describe('references', () => {
  it.each([
    ['nothing for what DataMiner has by itself', '<Reference Include="SLNETTYPES, Version=1.0" />', []],
    [
      'nothing for it under a hint path either',
      '<Reference Include="X"><HintPath>a\\System.Xml.dll</HintPath></Reference>',
      [],
    ],
    ['a bare name for the framework', '<Reference Include="System.Windows.Forms" />', ['System.Windows.Forms.dll']],
    [
      'DllImport for a name that has another case than the framework',
      '<Reference Include="system.web" />',
      ['C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\system.web.dll'],
    ],
    [
      'the name of the hint path',
      '<Reference Include="X"><HintPath>..\\a\\Vendor.Lib.dll</HintPath></Reference>',
      ['C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\Vendor.Lib.dll'],
    ],
    [
      'Files for the SRM library',
      '<Reference Include="slsrmlibrary" />',
      ['C:\\Skyline DataMiner\\Files\\slsrmlibrary.dll'],
    ],
    [
      'ProtocolScripts for solutions',
      '<Reference Include="DataMinerSolutions.dll" />',
      ['C:\\Skyline DataMiner\\ProtocolScripts\\DataMinerSolutions.dll'],
    ],
    ['a rooted path as it is', '<Reference Include="D:\\x\\Y.dll" />', ['D:\\x\\Y.dll']],
    [
      'escaped text',
      '<Reference Include="A&amp;B" />',
      ['C:\\Skyline DataMiner\\ProtocolScripts\\DllImport\\A&amp;B.dll'],
    ],
    [
      'a bare name for a DLL in the packages folder',
      '<Reference Include="X"><HintPath>$(NuGetPackageRoot)x\\1.0.0\\lib\\net48\\X.dll</HintPath></Reference>',
      ['X.dll'],
    ],
    [
      'the same by a relative path',
      '<Reference Include="X"><HintPath>..\\packages\\x\\X.dll</HintPath></Reference>',
      ['X.dll'],
    ],
  ])('become %s', async (_, item, expected) => {
    expect(await refs(item)).toEqual(expected);
  });

  it('to the same file become one: the last text at the first place', async () => {
    expect(
      await refs(
        '<Reference Include="D:\\a\\X.dll" />',
        '<Reference Include="Accessibility" />',
        '<Reference Include="E:\\b\\x.DLL" />',
      ),
    ).toEqual(['E:\\b\\x.DLL', 'Accessibility.dll']);
  });
});

describe('libraries', () => {
  const library = '<Param type="preCompile">true</Param><Param type="libraryName">Lib</Param>';
  const usesQ = projectText(...compiled('P.cs'), '<ProjectReference Include="..\\Q\\Q.csproj" />');
  const projects = {
    'P/P.csproj': usesQ,
    'P/P.cs': 'class P { }',
    'Q/Q.csproj': projectText(...compiled('Q.cs')),
    'Q/Q.cs': 'class Q { }',
  };

  it('of the same script are named by the script that DataMiner puts in', async () => {
    const script = await scriptFrom({
      ...projects,
      'S.sln': slnText({ A: ['P', 'Q'] }),
      'A.xml': scriptText('A', marked('P'), marked('Q', library)),
    });
    expect(script).toContain(
      '\t\t\t<Param type="scriptRef">[AutomationScriptName]:Lib</Param>\n\t\t</Exe>\n\t\t<Exe id="2"',
    );
  });

  const twoScripts = {
    ...projects,
    'S.sln': slnText({ A: ['P'], B: ['Q'] }),
    'A.xml': scriptText('A', marked('P')),
    'B.xml': scriptText('B', marked('Q', library)),
  };

  it('of another script are named by that script', async () => {
    const result = await packaged(await folderWith(twoScripts));
    expect(await scriptOf(result, 'A')).toContain('<Param type="scriptRef">B:Lib</Param>');
    expect(result.warnings).toEqual([]);
  });

  it('that are known already are not named again', async () => {
    const script = await scriptFrom({
      ...twoScripts,
      'A.xml': scriptText('A', marked('P', '<Param type="SCRIPTREF">B:Lib</Param>')),
    });
    expect(script.match(/B:Lib/g)).toHaveLength(1);
  });

  it('that no script has are warned of', async () => {
    const files = { ...projects, 'S.sln': slnText({ A: ['P'] }), 'A.xml': scriptText('A', marked('P')) };
    expect((await packaged(await folderWith(files))).warnings[0]).toMatch(/Project P references project Q/);
  });

  it('that are not compiled beforehand are warned of', async () => {
    const files = { ...twoScripts, 'B.xml': scriptText('B', marked('Q', '<Param type="libraryName">Lib</Param>')) };
    expect((await packaged(await folderWith(files))).warnings[0]).toMatch(/^B\.xml:3:3.*preCompile/);
  });

  it('must have a name', async () => {
    const files = { ...twoScripts, 'B.xml': scriptText('B', marked('Q', '<Param type="libraryName"> </Param>')) };
    await expect(packaged(await folderWith(files))).rejects.toMatchObject({
      code: 'library-without-name',
      where: 'B.xml:3:3',
    });
  });

  it('of the class library project are found by their name', async () => {
    const script = await scriptFrom({
      ...smallSolution(
        { 'P.cs': 'class P { }' },
        '<ProjectReference Include="..\\AutomationScript_ClassLibrary\\AutomationScript_ClassLibrary.csproj" />',
      ),
      'A.xml': scriptText(
        'A',
        marked('P'),
        '<Value><![CDATA[class L { }]]></Value><Param type="preCompile">true</Param><Param type="libraryName">DIS Class Library</Param>',
      ),
    });
    expect(script).toContain('[AutomationScriptName]:DIS Class Library');
  });
});

describe('NuGet packages', () => {
  it.each(['Skyline.DataMiner.Dev.Automation', 'skyline.dataminer.files.slnettypes', 'StyleCop.Analyzers'])(
    'such as %s bring nothing',
    async (id) => {
      expect(await block(marked('P'), `<PackageReference Include="${id}" Version="1.0.0" />`)).toContain('class P { }');
    },
  );

  it('that cannot be had are refused: no package is silently incomplete', async () => {
    const folder = await folderWith(
      smallSolution({ 'P.cs': 'class P { }' }, '<PackageReference Include="Newtonsoft.Json" Version="13.0.3" />'),
    );
    await expect(packaged(folder)).rejects.toMatchObject({
      code: 'package-not-restored',
      message: expect.stringContaining('Newtonsoft.Json 13.0.3'),
      where: 'P/P.csproj',
    });
  });
});

describe('a block that cannot be read', () => {
  it.each([
    ['an id that is no number', '<Exe id="x" type="csharp" />'],
    ['a Value with elements', '<Exe type="csharp"><Value><b /></Value></Exe>'],
  ])('has %s', async (_, exe) => {
    const folder = await folderWith({
      ...smallSolution(),
      'A.xml': `<DMSScript><Name>A</Name><Script>\n${exe}</Script></DMSScript>`,
    });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'malformed-script', where: 'A.xml:2:1' });
  });

  it('lies in a script without a name', async () => {
    const folder = await folderWith({ ...smallSolution(), 'A.xml': '<DMSScript />' });
    await expect(packaged(folder)).rejects.toMatchObject({ code: 'malformed-script', where: 'A.xml' });
  });
});
