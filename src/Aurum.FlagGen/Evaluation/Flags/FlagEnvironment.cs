using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>What a flag is compiled against: segments, layers, the other flags; and what compiled flags share.</summary>
internal sealed class FlagEnvironment
{
    private readonly Dictionary<string, CompiledSegment> _segments;
    private readonly Dictionary<string, FlagLayer> _layers;
    private readonly List<FlagFault> _faults;
    private readonly IReadOnlyList<UserSegment> _segmentDefinitions;
    private readonly IReadOnlyList<FlagLayer> _layerDefinitions;
    private readonly IReadOnlyList<ManifestAttribute>? _context;

    /// <summary>How many flags are shared among those that were compiled in other environments, and are needed in this one.</summary>
    private int _sharedElsewhere;

    /// <param name="segments">The segments; of two with one name the first counts.</param>
    /// <param name="layers">The layers; of two with one name the first counts.</param>
    /// <param name="graph">Which flag needs which.</param>
    /// <param name="limits">What evaluations may take, and who hears of what they meet.</param>
    /// <param name="context">The attributes that definitions may use; null for any.</param>
    /// <param name="previous">An environment whose compiled segments serve again, where they are of the same definitions.</param>
    public FlagEnvironment(
        IReadOnlyList<UserSegment> segments,
        IReadOnlyList<FlagLayer> layers,
        FlagGraph graph,
        EvaluationLimits limits,
        IReadOnlyList<ManifestAttribute>? context = null,
        FlagEnvironment? previous = null)
    {
        Graph = graph;
        _context = context;
        Names = new EngineNames(this, context);
        _segmentDefinitions = segments;
        _layerDefinitions = layers;
        if (previous is not null && IsSame(context, previous._context) && segments.SequenceEqual(previous._segmentDefinitions) && layers.SequenceEqual(previous._layerDefinitions))
        {
            Readers = previous.Readers.ForNext();
            _segments = previous._segments;
            _layers = previous._layers;
            _faults = previous._faults;
            return;
        }

        Readers = new AttributeReaders(limits);
        _segments = new Dictionary<string, CompiledSegment>(StringComparer.Ordinal);
        _layers = new Dictionary<string, FlagLayer>(StringComparer.Ordinal);
        _faults = [];
        foreach (UserSegment segment in segments)
        {
            AddSegment(segment);
        }

        foreach (string name in PredefinedSegments.Names)
        {
            AddSegment(new UserSegment { Name = name });
        }

        foreach (FlagLayer layer in layers)
        {
            _layers.TryAdd(layer.Name, layer);
        }
    }

    public FlagGraph Graph { get; private set; }

    public AttributeReaders Readers { get; }

    /// <summary>What definitions may name.</summary>
    public EngineNames Names { get; }

    /// <summary>The flags compiled so far, each at its position.</summary>
    public CompiledFlag[] Flags { get; set; } = [];

    /// <summary>How many decisions an evaluation may have to remember, at most: those of flags that several rules need.</summary>
    public int SharedCount => Graph.SharedCount + _sharedElsewhere;

    /// <summary>What is wrong with segments.</summary>
    public IReadOnlyList<FlagFault> Faults => _faults;

    /// <summary>Takes note of flags that were compiled in another environment, and that flags of this one may need.</summary>
    public void AddShared(CompiledFlag[] flags) => _sharedElsewhere += flags.Count(static flag => flag.IsShared);

    /// <summary>A flag that was compiled before.</summary>
    public CompiledFlag GetFlag(string key) => Flags[Graph.IndexOf(key)];

    /// <summary>Whether both have the very same segments, layers and attributes, so that a flag compiled in one is right in the other.</summary>
    public bool SharesSegmentsWith(FlagEnvironment other) => ReferenceEquals(_segments, other._segments);

    /// <summary>Lets go of what only compiling needs: a snapshot keeps its environment for the segments and readers that the next one shares.</summary>
    public void Finish()
    {
        Graph = FlagGraph.Empty;
        Flags = [];
        Readers.Finish();
    }

    public CompiledSegment? FindSegment(string name) => _segments.GetValueOrDefault(name);

    public FlagLayer? FindLayer(string name) => _layers.GetValueOrDefault(name);

    private static bool IsSame(IReadOnlyList<ManifestAttribute>? left, IReadOnlyList<ManifestAttribute>? right) =>
        left is null || right is null
            ? ReferenceEquals(left, right)
            : left.Count == right.Count && left.Zip(right).All(static pair =>
                pair.First.Path == pair.Second.Path && pair.First.Type == pair.Second.Type && pair.First.Values.SequenceEqual(pair.Second.Values));

    private void AddSegment(UserSegment segment)
    {
        if (_segments.ContainsKey(segment.Name))
        {
            return;
        }

        Condition[] conditions = new ConditionCompiler(Readers).Compile(segment.Conditions, out string? fault);
        if (fault is not null)
        {
            _faults.Add(new FlagFault(null, null, $"Segment '{segment.Name}' has only members. {fault}"));
        }

        _segments.Add(segment.Name, new CompiledSegment(segment, Readers, conditions));
    }
}
