using System.Text.RegularExpressions;
using Aurum.FlagGen.Evaluation.Conditions;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What a flag is compiled against: segments, layers, the other flags; and what compiled flags share.</summary>
internal sealed class FlagEnvironment
{
    private static readonly string[] PredefinedSegments =
    [
        UserSegment.AllUsers, UserSegment.PremiumUsers, UserSegment.EnterpriseUsers, UserSegment.BetaTesters,
        UserSegment.InternalUsers, UserSegment.NewUsers, UserSegment.PowerUsers,
    ];

    private readonly Dictionary<string, AttributeReader> _readers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompiledSegment> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlagLayer> _layers = new(StringComparer.Ordinal);
    private readonly List<FlagFault> _faults = [];

    public FlagEnvironment(IReadOnlyList<UserSegment> segments, IReadOnlyList<FlagLayer> layers, FlagGraph graph)
    {
        Graph = graph;
        foreach (UserSegment segment in segments)
        {
            AddSegment(segment);
        }

        foreach (string name in PredefinedSegments)
        {
            AddSegment(new UserSegment { Name = name });
        }

        foreach (FlagLayer layer in layers)
        {
            _layers.TryAdd(layer.Name, layer);
        }
    }

    public FlagGraph Graph { get; }

    /// <summary>The flags compiled so far.</summary>
    public Dictionary<string, CompiledFlag> Flags { get; } = new(StringComparer.Ordinal);

    /// <summary>The patterns compiled so far, by their text and whether they disregard case.</summary>
    public Dictionary<(string Text, bool IgnoresCase), Regex> Patterns { get; } = [];

    /// <summary>What is wrong with segments.</summary>
    public IReadOnlyList<FlagFault> Faults => _faults;

    public AttributeReader GetReader(string path)
    {
        if (!_readers.TryGetValue(path, out AttributeReader? reader))
        {
            reader = new AttributeReader(path);
            _readers.Add(path, reader);
        }

        return reader;
    }

    public CompiledSegment? FindSegment(string name) => _segments.GetValueOrDefault(name);

    public FlagLayer? FindLayer(string name) => _layers.GetValueOrDefault(name);

    private void AddSegment(UserSegment segment)
    {
        if (_segments.ContainsKey(segment.Name))
        {
            return;
        }

        Condition[] conditions = new ConditionCompiler(this).Compile(segment.Conditions, out string? fault);
        if (fault is not null)
        {
            _faults.Add(new FlagFault(null, null, $"Segment '{segment.Name}' has only members. {fault}"));
        }

        _segments.Add(segment.Name, new CompiledSegment(segment, this, conditions));
    }
}
