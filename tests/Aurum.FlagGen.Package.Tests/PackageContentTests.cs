using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

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
            "buildTransitive/Aurum.FlagGen.CompileTime.targets",
            "buildTransitive/Aurum.FlagGen.props",
            "buildTransitive/Aurum.FlagGen.targets",
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
    [InlineData("Aurum.FlagGen", "Microsoft.Extensions.Diagnostics.HealthChecks Microsoft.Extensions.Hosting.Abstractions Microsoft.Extensions.Logging.Abstractions Microsoft.Extensions.Options")]
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
