namespace Aurum.FlagGen.Contexts;

/// <summary>Stands in an <see cref="AttributeValue"/>'s reference where its bits hold the value, so that the value needs no third field.</summary>
internal sealed class AttributeMarker
{
    public static readonly AttributeMarker Integer = new(AttributeKind.Integer);
    public static readonly AttributeMarker Number = new(AttributeKind.Number);
    public static readonly AttributeMarker Boolean = new(AttributeKind.Boolean);
    public static readonly AttributeMarker DateTime = new(AttributeKind.DateTime);
    /// <summary>An instant that was given as a day.</summary>
    public static readonly AttributeMarker Day = new(AttributeKind.DateTime);

    public static readonly AttributeMarker Object = new(AttributeKind.Object);

    private AttributeMarker(AttributeKind kind) => Kind = kind;

    public AttributeKind Kind { get; }
}
