using System.Globalization;

namespace Aurum.FlagGen.Contexts;

/// <summary>An attribute's value that no condition understands, and what to say of it.</summary>
internal sealed class NotUnderstood
{
    private NotUnderstood(string description) => Description = description;

    /// <summary>What the value is, as the end of a sentence: <c>of type System.TimeSpan, which is not understood</c>.</summary>
    public string Description { get; }

    public static NotUnderstood OfType(Type type) => new($"of type {type.FullName ?? type.Name}, which is not understood");

    public static NotUnderstood NoFiniteNumber(double value) => new($"{value.ToString(CultureInfo.InvariantCulture)}, which is no finite number");

    public override string ToString() => Description;
}
