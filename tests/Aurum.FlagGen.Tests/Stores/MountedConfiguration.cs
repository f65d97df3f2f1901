namespace Aurum.FlagGen.Tests.Stores;

/// <summary>A folder as Kubernetes mounts a configuration: the file is a link into a folder that is a link itself, and an update turns the latter.</summary>
internal sealed class MountedConfiguration : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen-mount-");

    private int _generation;

    public MountedConfiguration(string text)
    {
        Turn(text);
        File.CreateSymbolicLink(Manifest, Path.Combine("..data", "flags.json"));
    }

    public string Manifest => Path.Combine(_folder.FullName, "flags.json");

    public void Turn(string text)
    {
        string generation = $"..generation{_generation++}";
        Directory.CreateDirectory(Path.Combine(_folder.FullName, generation));
        File.WriteAllText(Path.Combine(_folder.FullName, generation, "flags.json"), text);
        string link = Path.Combine(_folder.FullName, "..data");
        if (Directory.Exists(link))
        {
            Directory.Delete(link);
        }

        Directory.CreateSymbolicLink(link, generation);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
