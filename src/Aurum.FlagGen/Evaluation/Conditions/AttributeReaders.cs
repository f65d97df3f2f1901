using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What compiled conditions share: the readers of attributes, and the patterns as long as flags are compiled.</summary>
/// <remarks>Concurrent, because a captured engine may compile beside the one that it came from.</remarks>
internal sealed class AttributeReaders(EvaluationLimits limits)
{
    /// <summary>Beyond so many readers a new set begins: in the former, those of attributes may lie that no flag asks for any more.</summary>
    private const int MostShared = 256;

    private readonly ConcurrentDictionary<string, AttributeReader> _readers = new(StringComparer.Ordinal);

    private ConcurrentDictionary<(string Text, bool IgnoresCase), Regex>? _patterns;

    public EvaluationLimits Limits => limits;

    /// <summary>The patterns compiled so far, by their text and whether they disregard case.</summary>
    public ConcurrentDictionary<(string Text, bool IgnoresCase), Regex> Patterns => LazyInitializer.EnsureInitialized(ref _patterns);

    public AttributeReader Get(string path) => _readers.GetOrAdd(path, static (path, limits) => new AttributeReader(path, limits.OnMisfit), limits);

    /// <summary>These readers for the flags that are compiled next, or new ones.</summary>
    public AttributeReaders ForNext() => _readers.Count <= MostShared ? this : new AttributeReaders(limits);

    /// <summary>Lets go of what only compiling needs.</summary>
    public void Finish() => _patterns = null;
}
