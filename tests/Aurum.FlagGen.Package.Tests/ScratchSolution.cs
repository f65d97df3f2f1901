namespace Aurum.FlagGen.Package.Tests;

/// <summary>A folder outside the repository, with a space in its path, in which projects are made and built as a user does.</summary>
internal sealed class ScratchSolution : IDisposable
{
    private readonly PackedPackages _packages;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen scratch ");

    public ScratchSolution(PackedPackages packages)
    {
        _packages = packages;
        string userCache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string fallback = Directory.Exists(userCache) ? $"<fallbackPackageFolders><add key=\"user\" value=\"{userCache}\" /></fallbackPackageFolders>" : "";
        Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{packages.Cache}" /></config>
              <packageSources><add key="packed" value="{packages.Source}" /></packageSources>
              {fallback}
            </configuration>
            """);
    }

    public string Folder => _folder.FullName;

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Write(string file, string text)
    {
        string path = PathOf(file.Split('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file.Split('/')));

    /// <summary>Replaces a text that is there.</summary>
    public void Edit(string file, string from, string to)
    {
        string text = Read(file);
        text.ShouldContain(from);
        Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Makes a project from one of the SDK's templates and adds our package to it, as a user does.</summary>
    public async Task NewAsync(string template, string project)
    {
        await Dotnet.RunAsync(Folder, "new", template, "--output", project, "--no-restore");
        await AddPackageAsync(project, "Aurum.FlagGen");
    }

    /// <summary>Writes a project as the SDK's templates have it, with our package in it: what <see cref="NewAsync"/> comes to, without three calls of the command.</summary>
    /// <param name="project">Its folder and its name.</param>
    /// <param name="sdk">The SDK; with the default one the project is a console application.</param>
    public void WriteProject(string project, string sdk = "Microsoft.NET.Sdk") => Write($"{project}/{project}.csproj", $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <RootNamespace>{project.Replace(' ', '_')}</RootNamespace>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Aurum.FlagGen" Version="{_packages.Version}" />
          </ItemGroup>
        </Project>
        """);

    public async Task AddPackageAsync(string project, string package) =>
        await Dotnet.RunAsync(PathOf(project), "add", "package", package, "--version", _packages.Version);

    public async Task<DotnetResult> BuildAsync(string project, params string[] arguments) =>
        await Dotnet.RunAsync(PathOf(project), ["build", "-v:minimal", .. arguments]);

    public async Task<DotnetResult> TryBuildAsync(string project, params string[] arguments) =>
        await Dotnet.TryAsync(PathOf(project), ["build", "-v:minimal", .. arguments]);

    public void Dispose() => _folder.Delete(recursive: true);
}
