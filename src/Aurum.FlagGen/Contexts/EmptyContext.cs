namespace Aurum.FlagGen.Contexts;

/// <summary>A context without attributes.</summary>
internal sealed class EmptyContext : FlagContext
{
    private static readonly FlagContextSchema NoAttributes = new();

    protected internal override FlagContextSchema Schema => NoAttributes;

    protected internal override AttributeValue GetAttribute(int index) => default;
}
