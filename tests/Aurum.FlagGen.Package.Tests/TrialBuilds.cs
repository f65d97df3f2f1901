using System.Text;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

/// <summary>Small projects that a user may have and the package cannot serve, or whose manifest is at fault: all restored and built by one call, because a call of its own would cost each several seconds.</summary>
public sealed class TrialBuilds(PackedPackages packages) : IAsyncLifetime
{
    private const string All = """
        <Project>
          <ItemGroup><Trial Include="*/**/*.*proj" /></ItemGroup>
          <Target Name="Build">
            <MSBuild Projects="@(Trial)" Targets="Restore" Properties="MSBuildRestoreSessionId=trials" ContinueOnError="true" />
            <MSBuild Projects="@(Trial)" Targets="Build" BuildInParallel="true" ContinueOnError="true" />
          </Target>
        </Project>
        """;

    private const string Flag = """{ "namespace": "F", "flags": { "new_nav": { "owner": "t", "permanent": true, "status": "enabled", "default_value": true } } }""";
    private const string Use = "namespace F; public static class U { public static bool On => Features.NewNav.IsEnabled(); }";
    private const string PrintUse = "Console.WriteLine(F.Features.NewNav.IsEnabled());";

    private readonly ScratchSolution _scratch = new(packages);
    private DotnetResult _result = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (SlowTest.Skip is not null)
        {
            return;
        }

        WriteBrokenManifests();
        WriteOtherProjects();
        WriteSharedManifests();
        WriteTestProjects();
        _scratch.Write("All.proj", All);
        _result = await Dotnet.TryAsync(_scratch.Folder, "msbuild", "All.proj", "-m", "-v:minimal", "-nologo");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _scratch.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The errors and warnings of one project as they were printed, without the folder.</summary>
    internal string[] Faults(string project) =>
    [
        .. _result.Output.Split('\n').Select(static line => line.Trim())
            .Where(line => line.EndsWith($"{Path.DirectorySeparatorChar}{project}]", StringComparison.Ordinal) || line.Contains($"{Path.DirectorySeparatorChar}{project} : ", StringComparison.Ordinal))
            .Where(static line => line.Contains("error ", StringComparison.Ordinal) || line.Contains("warning ", StringComparison.Ordinal))
            .Select(line => line.Replace(_scratch.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)),
    ];

    /// <summary>Whether the project gave an assembly.</summary>
    internal bool IsBuilt(string folder) => Directory.EnumerateFiles(_scratch.PathOf(folder), Path.GetFileName(folder) + ".dll", SearchOption.AllDirectories).Any();

    /// <summary>Everything that was printed.</summary>
    internal string Output => _result.Output;

    /// <summary>The C# names, in declarations, what the sound manifest would generate.</summary>
    private void WriteBrokenManifests()
    {
        const string use = """
            using Aurum.FlagGen;
            namespace F;
            public static class U
            {
                public static CheckoutFlowVariant Flow(FeatureContext c) => Features.Checkout.Flow.GetVariant(c);
                public static bool Nav(IFeatures features, FeatureContext c) => features.NewNav.IsEnabled(c);
            }
            """;
        const string unparsed = "namespace F; public static class U { public static int Count( => 1; }";
        const string unbound = "namespace F; public static class U { public static Missing Make() => new(); }";
        const string sound = """
            {
              "namespace": "F",
              "flags": {
                "new_nav": { "owner": "t", "permanent": true, "status": "enabled", "default_value": true },
                "checkout.flow": { "owner": "t", "permanent": true, "type": "variant", "variants": ["a", "b"], "status": "enabled", "default_value": "a" }
              }
            }
            """;
        string wrong = sound.Replace("\"default_value\": \"a\"", "\"default_value\": \"z\"", StringComparison.Ordinal);
        string wrongTwice = wrong.Replace("\"enabled\", \"default_value\": true", "\"enabeld\", \"default_value\": true", StringComparison.Ordinal);
        string advised = sound.Replace("\"default_value\": true", "\"default_value\": false", StringComparison.Ordinal);
        Broken("Sound", sound);
        Broken("WrongDefault", wrong);
        Broken("WrongTwice", wrongTwice);
        Broken("WrongType", sound.Replace("\"variant\"", "\"varaint\"", StringComparison.Ordinal));
        Broken("WrongNamespace", sound.Replace("\"F\"", "\"1 F\"", StringComparison.Ordinal));
        Broken("WrongRoot", "[]");
        Broken("LostBrace", sound[1..]);

        // What keeps the compiler from its generators, and what does not.
        Broken("Unparsed", wrongTwice, unparsed);
        Broken("Unbound", wrongTwice, unbound);
        Broken("LostSource", wrongTwice, items: """<Compile Include="lost.cs" />""");
        Broken("UnparsedTwins", sound, unparsed, """<FlagManifest Include="twin.json" />""");
        _scratch.Write("UnparsedTwins/twin.json", sound);
        const string symbol = """{ "class": "$class", "flags": { "search.preview": { "owner": "t", "permanent": true, "evaluation": "compile_time", "emit": "const", "default_value": true } } }""";
        Broken("UnparsedSymbols", symbol.Replace("$class", "First", StringComparison.Ordinal), unparsed, """<FlagManifest Include="second.json" />""");
        _scratch.Write("UnparsedSymbols/second.json", symbol.Replace("$class", "Second", StringComparison.Ordinal));
        Broken("Advised", advised);
        Broken("UnparsedAdvised", advised, unparsed);
        Broken("Lowered", wrong, items: """<GlobalAnalyzerConfigFiles Include="lowered.globalconfig" />""");
        _scratch.Write("Lowered/lowered.globalconfig", "is_global = true\ndotnet_diagnostic.AFG1011.severity = warning\n");

        void Broken(string name, string manifest, string source = use, string items = "")
        {
            Project(name, """<PackageReference Include="Aurum.FlagGen" Version="$version" />""" + items);
            _scratch.Write($"{name}/flags.json", manifest);
            _scratch.Write($"{name}/U.cs", source);
        }
    }

    private void WriteOtherProjects()
    {
        const string package = """<PackageReference Include="Aurum.FlagGen" Version="$version" />""";
        Project("OldLanguage", package, "<LangVersion>10</LangVersion>");
        Project("OldFramework", package, "<TargetFramework>net8.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>");
        Project("Misspelt", package, "<FlagGenAccessibility>privat</FlagGenAccessibility>");
        Project("Missing", package + """<FlagManifest Include="../nowhere/flags.json" />""");
        Project("Visual", package, extension: "vbproj");
        Project("Functional", package + """<Compile Include="U.fs" />""", extension: "fsproj");
        foreach (Encoding encoding in (Encoding[])[Encoding.Unicode, Encoding.Latin1])
        {
            string name = encoding == Encoding.Latin1 ? "Latin1" : "Utf16";
            Project(name, package);
            _scratch.Write($"{name}/U.cs", Use);
            File.WriteAllText(_scratch.PathOf(name, "flags.json"), Flag.Replace("\"t\"", "\"équipe\"", StringComparison.Ordinal), encoding);
        }

        foreach (string name in (string[])["OldLanguage", "OldFramework", "Misspelt", "Visual", "Functional"])
        {
            _scratch.Write($"{name}/flags.json", Flag);
            _scratch.Write($"{name}/U.cs", Use);
        }

        _scratch.Write("Visual/U.vb", "Public Module U\n  Public Function IsOn() As Boolean\n    Return F.Features.NewNav.IsEnabled()\n  End Function\nEnd Module\n");
        _scratch.Write("Functional/U.fs", "module U\nlet isOn () = F.Features.NewNav.IsEnabled()\n");

        Project("Foreign/Lib", package);
        _scratch.Write("Foreign/Lib/flags.json", Flag);
        _scratch.Write("Foreign/Lib/U.cs", Use);
        Project("Foreign/App", """<ProjectReference Include="../Lib/Lib.csproj" />""", "<OutputType>Exe</OutputType>");
        _scratch.Write("Foreign/App/Program.cs", "Console.WriteLine(F.U.On);");
        _scratch.Write("Foreign/App/flags.json", """{ "$schema": "https://flagd.dev/schema/v0/flags.json", "flags": { "x": { "state": "ENABLED", "variants": { "on": true, "off": false }, "defaultVariant": "on" } } }""");
    }

    private void WriteSharedManifests()
    {
        Project("Shared/Shop", """<PackageReference Include="Aurum.FlagGen" Version="$version" /><InternalsVisibleTo Include="Shop.Tests" />""");
        _scratch.Write("Shared/Shop/flags.json", Flag);
        _scratch.Write("Shared/Shop/U.cs", Use);
        Project("Shared/Shop.Tests", """<ProjectReference Include="../Shop/Shop.csproj" /><FlagManifest Include="../Shop/flags.json" />""", "<OutputType>Exe</OutputType><EnableDefaultFlagManifest>false</EnableDefaultFlagManifest>");
        _scratch.Write("Shared/Shop.Tests/Program.cs", PrintUse);
        Project("Shared/Shop.Reader", """<ProjectReference Include="../Shop/Shop.csproj" /><FlagManifest Include="../Shop/flags.json" EmitAccessors="false" />""", "<OutputType>Exe</OutputType>");
        _scratch.Write("Shared/Shop.Reader/Program.cs", PrintUse);

        // Two libraries and an application, each with the same manifest for itself alone.
        Project("Internal/Hidden", """<PackageReference Include="Aurum.FlagGen" Version="$version" />""", "<FlagGenAccessibility>internal</FlagGenAccessibility>");
        _scratch.Write("Internal/Hidden/flags.json", Flag);
        _scratch.Write("Internal/Hidden/U.cs", Use);
        Project("Internal/HidingApp", """<ProjectReference Include="../Hidden/Hidden.csproj" /><FlagManifest Include="../Hidden/flags.json" Accessibility="internal" />""", "<OutputType>Exe</OutputType>");
        _scratch.Write("Internal/HidingApp/Program.cs", PrintUse + "Console.WriteLine(F.U.On);");
    }

    private void WriteTestProjects()
    {
        Project("Xunit2", """<PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="Aurum.FlagGen.Testing.Xunit" Version="$version" />""");
        Project("Xunit3", """<PackageReference Include="xunit.v3" Version="3.2.2" /><PackageReference Include="Aurum.FlagGen.Testing.Xunit" Version="$version" />""", "<OutputType>Exe</OutputType>");
        _scratch.Write("Xunit3/T.cs", "public class T { [Xunit.Fact] public void A() { } }");
        _scratch.Write("Xunit2/T.cs", "public class T { [Xunit.Fact] public void A() { } }");
    }

    private void Project(string folder, string items, string properties = "", string extension = "csproj") => _scratch.Write($"{folder}/{Path.GetFileName(folder)}.{extension}", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {items.Replace("$version", packages.Version, StringComparison.Ordinal)}
          </ItemGroup>
        </Project>
        """);
}
