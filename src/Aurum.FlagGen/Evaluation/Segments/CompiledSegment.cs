using System.Collections.Frozen;
using Aurum.FlagGen.Manifest.Model;

namespace Aurum.FlagGen.Evaluation;

/// <summary>A segment, compiled once for all rules that name it.</summary>
internal sealed class CompiledSegment
{
    private readonly FrozenSet<string> _include;
    private readonly FrozenSet<string> _exclude;
    private readonly bool _isEverybody;
    private readonly long _newFor;
    private readonly AttributeReader? _createdAt;
    private readonly AttributeReader _userId;
    private readonly Condition _names;
    private readonly Condition _namesInList;

    /// <param name="definition">The segment.</param>
    /// <param name="readers">Read attributes.</param>
    /// <param name="conditions">Its conditions, compiled; none where one is faulty, so that the segment then has only members.</param>
    public CompiledSegment(UserSegment definition, AttributeReaders readers, Condition[] conditions)
    {
        Name = definition.Name;
        Conditions = conditions;
        _isEverybody = definition.Name == UserSegment.AllUsers;
        _include = definition.Include.ToFrozenSet(StringComparer.Ordinal);
        _exclude = definition.Exclude.ToFrozenSet(StringComparer.Ordinal);
        _userId = readers.Get(FlagContext.UserIdPath);
        _names = NameCondition(readers, PredefinedAttributes.UserSegment);
        _namesInList = NameCondition(readers, PredefinedAttributes.UserSegments);
        if (definition.Name == UserSegment.NewUsers && definition.Conditions.Count == 0)
        {
            _createdAt = readers.Get(PredefinedSegments.CreatedAtPath);
            _newFor = PredefinedSegments.NewUserPeriod.Ticks;
        }
    }

    public string Name { get; }

    public Condition[] Conditions { get; }

    public bool ReadsClock => _createdAt is not null;

    public SegmentMembership Find(ref readonly EvaluationScope scope)
    {
        if (_isEverybody)
        {
            return SegmentMembership.Everybody;
        }

        bool isListed = _include.Count > 0 || _exclude.Count > 0;
        Span<char> buffer = stackalloc char[isListed ? TargetingKey.BufferLength : 0];
        ReadOnlySpan<char> id = isListed ? TargetingKey.Read(_userId.Read(in scope), buffer) : default;
        if (Lists(_exclude, id))
        {
            return SegmentMembership.Excluded;
        }

        return _names.Holds(in scope) || _namesInList.Holds(in scope) ? SegmentMembership.Named
            : Lists(_include, id) ? SegmentMembership.Included
            : MeetsConditions(in scope) ? SegmentMembership.Conditions
            : SegmentMembership.None;
    }

    private TextCondition<EqualText> NameCondition(AttributeReaders readers, string path)
    {
        FeatureFlagCondition definition = new(path, ConditionOperators.Equality.Name, Name);
        return new TextCondition<EqualText>(
            new ConditionSource(definition, ConditionOperators.Equality, ValueType: null, readers.Get(path)), new EqualText(Name));
    }

    /// <summary>A missing id is in no list. The empty set compares by a comparer of its own, which knows no spans.</summary>
    private static bool Lists(FrozenSet<string> ids, ReadOnlySpan<char> id) =>
        ids.Count > 0 && !id.IsEmpty && ids.GetAlternateLookup<ReadOnlySpan<char>>().Contains(id);

    private bool MeetsConditions(ref readonly EvaluationScope scope)
    {
        if (_createdAt is not null)
        {
            return DateTimeReader.TryRead(_createdAt.Read(in scope), out long createdAt) && createdAt <= scope.Now && createdAt >= scope.Now - _newFor;
        }

        foreach (Condition condition in Conditions)
        {
            if (!condition.Holds(in scope))
            {
                return false;
            }
        }

        return Conditions.Length > 0;
    }
}
