namespace Aurum.FlagGen.Redis.Scripts;

/// <summary>How much a reading gave.</summary>
internal enum ReadReplyKind
{
    /// <summary>Nothing has changed.</summary>
    Same,

    /// <summary>Nobody has ever written to the namespace.</summary>
    Nothing,

    /// <summary>The flags that changed.</summary>
    Changes,

    /// <summary>All flags.</summary>
    All,

    /// <summary>What the caller has seen is no part of the namespace's history any more.</summary>
    Lost,
}
