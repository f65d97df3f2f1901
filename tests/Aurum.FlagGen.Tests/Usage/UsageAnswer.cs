namespace Aurum.FlagGen.Tests.Usage;

/// <summary>What a store does with a batch.</summary>
internal enum UsageAnswer
{
    Taken,

    /// <summary>It fails and has taken nothing.</summary>
    Refused,

    /// <summary>It has taken the batch, and nobody hears of it.</summary>
    LostAnswer,

    /// <summary>It never answers.</summary>
    None,
}
