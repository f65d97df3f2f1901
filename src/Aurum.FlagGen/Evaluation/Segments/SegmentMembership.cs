namespace Aurum.FlagGen.Evaluation;

/// <summary>By what a unit is in a segment, or not.</summary>
internal enum SegmentMembership
{
    /// <summary>Neither named nor meeting the conditions.</summary>
    None,

    /// <summary>Listed under <c>exclude</c>.</summary>
    Excluded,

    /// <summary>Everybody is.</summary>
    Everybody,

    /// <summary>The context names the segment.</summary>
    Named,

    /// <summary>Listed under <c>include</c>.</summary>
    Included,

    /// <summary>Meets the conditions.</summary>
    Conditions,
}
