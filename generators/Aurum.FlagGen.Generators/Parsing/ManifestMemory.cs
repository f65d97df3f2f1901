namespace Aurum.FlagGen.Generators.Parsing;

/// <summary>What was read last in each of a project's manifests, so that an edit need not read again what it did not touch.</summary>
/// <remarks>
/// It belongs to the pipeline and goes with it. It makes reading quicker and never changes what is read, so that it does not matter in which order, or how often, the pipeline runs;
/// a text with a fault is not remembered, because what follows upon it is most often the text before with one more character.
/// </remarks>
internal sealed class ManifestMemory
{
    /// <summary>Of how many manifests; beyond, those that were read longest ago are forgotten.</summary>
    private const int Capacity = 8;

    private readonly object _gate = new();
    private readonly List<KeyValuePair<string, ReadManifest>> _newestLast = [];

    public ReadManifest Read(string path, string text, CancellationToken token)
    {
        ReadManifest read = ReadManifest.Read(text, Find(path), token);
        if (read.CanGoOn)
        {
            Keep(path, read);
        }

        return read;
    }

    private ReadManifest? Find(string path)
    {
        lock (_gate)
        {
            return _newestLast.Find(one => one.Key == path).Value;
        }
    }

    private void Keep(string path, ReadManifest read)
    {
        lock (_gate)
        {
            _newestLast.RemoveAll(one => one.Key == path);
            _newestLast.Add(new(path, read));
            if (_newestLast.Count > Capacity)
            {
                _newestLast.RemoveAt(0);
            }
        }
    }
}
