using System.Globalization;
using System.Reflection;
using Aurum.FlagGen.Package.Tests;
using Aurum.FlagGen.TestKit;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Aurum.FlagGen.Package.Tests;

/// <summary>The packages, packed once for all tests from what was built with them, in a folder that serves as a source.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    /// <summary>The projects that are packages.</summary>
    internal static readonly string[] Projects = ["Aurum.FlagGen", "Aurum.FlagGen.Redis", "Aurum.FlagGen.Testing", "Aurum.FlagGen.Testing.Xunit"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen packages ");

    /// <summary>A version that no cache has seen.</summary>
    public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture).TrimStart('0');

    /// <summary>The folder of the .nupkg files.</summary>
    public string Source => Path.Combine(_folder.FullName, "source");

    /// <summary>Where the packages are unpacked: not into the user's own cache.</summary>
    public string Cache => Path.Combine(_folder.FullName, "cache");

    /// <summary>The package file of a project.</summary>
    public string FileOf(string project) => Path.Combine(Source, $"{project}.{Version}.nupkg");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string configuration = typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static attribute => attribute.Key == "Configuration").Value!;
        foreach (string project in Projects)
        {
            await Dotnet.RunAsync(
                RepositoryFolder.Root, "pack", Path.Combine("src", project), "--no-build", "--configuration", configuration, "--output", Source, $"-p:MinVerVersionOverride={Version}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
