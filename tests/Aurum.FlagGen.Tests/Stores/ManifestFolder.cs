namespace Aurum.FlagGen.Tests.Stores;

/// <summary>A folder of its own with a flags.json in it.</summary>
internal sealed class ManifestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen-");

    public ManifestFolder(string? text = null)
    {
        if (text is not null)
        {
            File.WriteAllText(Manifest, text);
        }
    }

    public string Path => _folder.FullName;

    public string Manifest => System.IO.Path.Combine(Path, "flags.json");

    public string Audit => System.IO.Path.Combine(Path, "flags.audit.jsonl");

    public string Text => File.ReadAllText(Manifest);

    /// <summary>Saves as editors do: another file takes the manifest's place.</summary>
    public void ReplaceBy(string text)
    {
        string temporary = System.IO.Path.Combine(Path, "flags.json~");
        File.WriteAllText(temporary, text);
        File.Move(temporary, Manifest, overwrite: true);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
