namespace Aurum.FlagGen.Management;

/// <summary>What became of one flag that was pushed.</summary>
internal enum PushOutcome
{
    /// <summary>The store lacked it.</summary>
    Created,

    /// <summary>Its description follows the manifest again.</summary>
    Updated,

    /// <summary>There was nothing to change.</summary>
    Unchanged,
}
