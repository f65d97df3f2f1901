using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Package.Tests;

public class PackageContentTests(PackedPackages packages)
{
    [Fact]
    public void Package_Main_BringsRuntimeCompilerComponentsTaskAndSchema() => Files("Aurum.FlagGen").ShouldBe(
        [
            "README.md",
            "analyzers/dotnet/cs/Aurum.FlagGen.Analyzers.dll",
            "analyzers/dotnet/cs/Aurum.FlagGen.CodeFixes.dll",
            "analyzers/dotnet/cs/Aurum.FlagGen.Generators.dll",
            "buildTransitive/net10.0/Aurum.FlagGen.CompileTime.targets",
            "buildTransitive/net10.0/Aurum.FlagGen.Errors.targets",
            "buildTransitive/net10.0/Aurum.FlagGen.ErrorsPrinted.globalconfig",
            "buildTransitive/net10.0/Aurum.FlagGen.Project.targets",
            "buildTransitive/net10.0/Aurum.FlagGen.props",
            "buildTransitive/net10.0/Aurum.FlagGen.targets",
            "icon.png",
            "lib/net10.0/Aurum.FlagGen.dll",
            "lib/net10.0/Aurum.FlagGen.xml",
            "runtimes/linux-arm64/lib/net10.0/Aurum.FlagGen.dll",
            "runtimes/linux-x64/lib/net10.0/Aurum.FlagGen.dll",
            "runtimes/osx-arm64/lib/net10.0/Aurum.FlagGen.dll",
            "runtimes/win-x64/lib/net10.0/Aurum.FlagGen.dll",
            "schema/flags.schema.json",
            "tasks/netstandard2.0/Aurum.FlagGen.Build.dll",
        ]);

    [Theory]
    [InlineData("Aurum.FlagGen")]
    [InlineData("Aurum.FlagGen.Redis")]
    [InlineData("Aurum.FlagGen.Testing")]
    [InlineData("Aurum.FlagGen.Testing.Xunit")]
    public void Package_Each_SaysWhatAGalleryShows(string project)
    {
        XElement metadata = Nuspec(project);

        foreach (string name in (string[])["description", "license", "icon", "readme", "projectUrl", "tags"])
        {
            metadata.Elements().Single(element => element.Name.LocalName == name).Value.ShouldNotBeNullOrWhiteSpace();
        }

        XElement repository = metadata.Elements().Single(static element => element.Name.LocalName == "repository");
        repository.Attribute("url")!.Value.ShouldStartWith("https://");
        repository.Attribute("commit")!.Value.Length.ShouldBe(40);
        Files(project).ShouldContain($"lib/net10.0/{project}.xml");
    }

    [Theory]
    [InlineData("Aurum.FlagGen")]
    [InlineData("Aurum.FlagGen.Redis")]
    [InlineData("Aurum.FlagGen.Testing")]
    [InlineData("Aurum.FlagGen.Testing.Xunit")]
    public void Package_Each_HasAReadmeOfItsOwnWithAbsoluteLinks(string project)
    {
        string readme = ReadText(project, "README.md");

        readme.ShouldStartWith($"# {project}\n");
        Regex.Matches(readme, @"\]\((?<target>[^)]+)\)").Select(static link => link.Groups["target"].Value).ShouldNotBeEmpty();
        foreach (string target in Regex.Matches(readme, @"\]\((?<target>[^)]+)\)").Select(static link => link.Groups["target"].Value))
        {
            target.ShouldStartWith("https://github.com/aurum-flaggen/Aurum.FlagGen/blob/main/");
            string file = new Uri(target).AbsolutePath["/aurum-flaggen/Aurum.FlagGen/blob/main/".Length..];
            File.Exists(RepositoryFolder.Combine(file.Split('/'))).ShouldBeTrue(target);
        }
    }

    [Theory]
    [InlineData("Aurum.FlagGen")]
    [InlineData("Aurum.FlagGen.Redis")]
    [InlineData("Aurum.FlagGen.Testing")]
    [InlineData("Aurum.FlagGen.Testing.Xunit")]
    public void Package_Each_HasItsSymbols(string project)
    {
        using ZipArchive symbols = ZipFile.OpenRead(Path.ChangeExtension(packages.FileOf(project), ".snupkg"));
        using ZipArchive package = ZipFile.OpenRead(packages.FileOf(project));
        using PEReader assembly = OpenEntry(package, $"lib/net10.0/{project}.dll");

        using Stream entry = symbols.GetEntry($"lib/net10.0/{project}.pdb")!.Open();
        using MemoryStream content = new();
        entry.CopyTo(content);
        content.Position = 0;
        using MetadataReaderProvider pdb = MetadataReaderProvider.FromPortablePdbStream(content);
        Guid expected = assembly.ReadCodeViewDebugDirectoryData(assembly.ReadDebugDirectory().First(static one => one.Type == DebugDirectoryEntryType.CodeView)).Guid;
        new BlobContentId(pdb.GetMetadataReader().DebugMetadataHeader!.Id).Guid.ShouldBe(expected);
    }

    [Fact]
    public void Packages_TheirWords_AreTheirOwn()
    {
        string[] descriptions = [.. PackedPackages.Projects.Select(project => Nuspec(project).Elements().Single(static element => element.Name.LocalName == "description").Value)];

        descriptions.ShouldBeUnique();
        Nuspec("Aurum.FlagGen.Testing").Elements().Single(static element => element.Name.LocalName == "tags").Value.Split(' ').ShouldContain("testing");
        Nuspec("Aurum.FlagGen.Testing.Xunit").Elements().Single(static element => element.Name.LocalName == "tags").Value.Split(' ').ShouldContain("xunit");
        Nuspec("Aurum.FlagGen.Redis").Elements().Single(static element => element.Name.LocalName == "tags").Value.Split(' ').ShouldContain("redis");
    }

    [Fact]
    public void Package_ForXunit_ChecksForTheVersionThatItDependsOn()
    {
        string version = Nuspec("Aurum.FlagGen.Testing.Xunit").Descendants().Single(static element => (string?)element.Attribute("id") == "xunit.v3.extensibility.core").Attribute("version")!.Value;

        ReadText("Aurum.FlagGen.Testing.Xunit", "buildTransitive/net10.0/Aurum.FlagGen.Testing.Xunit.targets").ShouldContain($"VersionLessThan('$(_FlagGenXunitVersion)', '{version}')");
    }

    /// <summary>What the package checks in the build has its page, as each diagnostic of the compiler.</summary>
    [Fact]
    public void Errors_OfTheTargets_HaveTheirPages()
    {
        string[] codes =
        [
            .. Files("Aurum.FlagGen").Where(static file => file.EndsWith(".targets", StringComparison.Ordinal)).Select(file => ReadText("Aurum.FlagGen", file))
                .Append(ReadText("Aurum.FlagGen.Testing.Xunit", "buildTransitive/net10.0/Aurum.FlagGen.Testing.Xunit.targets"))
                .SelectMany(static text => Regex.Matches(text, "Code=\"(?<code>[^\"]+)\"").Select(static match => match.Groups["code"].Value)),
        ];

        codes.ShouldBe(["AFG1052", "AFG1053", "AFG1054", "AFG1055", "AFG4002", "AFG4003"], ignoreOrder: true);
        string index = File.ReadAllText(RepositoryFolder.Combine("docs", "rules", "README.md"));
        foreach (string code in codes)
        {
            File.ReadAllText(RepositoryFolder.Combine("docs", "rules", code + ".md")).ShouldStartWith($"# {code}: ");
            index.ShouldContain($"[{code}]({code}.md)");
        }
    }

    [Theory]
    [InlineData("Aurum.FlagGen", "Microsoft.Extensions.Diagnostics.HealthChecks Microsoft.Extensions.Hosting.Abstractions Microsoft.Extensions.Logging.Abstractions Microsoft.Extensions.Options System.IO.Hashing")]
    [InlineData("Aurum.FlagGen.Redis", "Aurum.FlagGen StackExchange.Redis")]
    [InlineData("Aurum.FlagGen.Testing", "Aurum.FlagGen")]
    [InlineData("Aurum.FlagGen.Testing.Xunit", "Aurum.FlagGen.Testing xunit.v3.extensibility.core")]
    public void Package_Each_DependsOnNothingElse(string project, string expected) => Nuspec(project)
        .Descendants().Where(static element => element.Name.LocalName == "dependency").Select(static element => element.Attribute("id")!.Value)
        .Order(StringComparer.Ordinal)
        .ShouldBe(expected.Split(' '));

    [Theory]
    [InlineData("linux-arm64")]
    [InlineData("linux-x64")]
    [InlineData("osx-arm64")]
    [InlineData("win-x64")]
    public void Package_ImageForARuntime_IsThePortableAssemblyCompiled(string runtime)
    {
        using PEReader portable = Open("lib/net10.0/Aurum.FlagGen.dll");
        using PEReader image = Open($"runtimes/{runtime}/lib/net10.0/Aurum.FlagGen.dll");

        portable.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBe(0);
        image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0);
        ModuleIdOf(image).ShouldBe(ModuleIdOf(portable));
    }

    private static Guid ModuleIdOf(PEReader file)
    {
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private PEReader Open(string name)
    {
        using ZipArchive package = ZipFile.OpenRead(packages.FileOf("Aurum.FlagGen"));
        return OpenEntry(package, name);
    }

    private string ReadText(string project, string name)
    {
        using ZipArchive package = ZipFile.OpenRead(packages.FileOf(project));
        using StreamReader reader = new(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static PEReader OpenEntry(ZipArchive package, string name)
    {
        using Stream entry = package.GetEntry(name)!.Open();
        MemoryStream content = new();
        entry.CopyTo(content);
        return new PEReader([.. content.ToArray()]);
    }

    private string[] Files(string project)
    {
        using ZipArchive package = ZipFile.OpenRead(packages.FileOf(project));
        return
        [
            .. package.Entries.Select(static entry => entry.FullName)
                .Where(static name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private XElement Nuspec(string project)
    {
        using ZipArchive package = ZipFile.OpenRead(packages.FileOf(project));
        using Stream nuspec = package.GetEntry(project + ".nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }
}
