namespace Aurum.FlagGen.Analyzers.Flags;

/// <summary>What a generated property gives access to: a flag, a group of flags, or both.</summary>
internal sealed class GeneratedProperty
{
    public DeclaredFlag? Flag { get; set; }

    public GeneratedGroup? Group { get; set; }
}
