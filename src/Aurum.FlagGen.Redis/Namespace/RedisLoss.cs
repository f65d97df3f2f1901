namespace Aurum.FlagGen.Redis;

/// <summary>What tells that a namespace is not the one that this process has seen.</summary>
internal enum RedisLoss
{
    /// <summary>There is nothing where something was.</summary>
    Empty,

    /// <summary>A key is gone, or holds fewer entries than were written.</summary>
    Damaged,

    /// <summary>Somebody has begun anew.</summary>
    OtherEpoch,

    /// <summary>Changes that were there are there no more.</summary>
    LowerVersion,

    /// <summary>At the version that this process has seen, something else happened.</summary>
    OtherHistory,

    /// <summary>A newer version of this library has written in a form that this one cannot read. Nothing is lost.</summary>
    NewerSchema,
}
