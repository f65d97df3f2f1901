namespace Aurum.Samples.Dashboard;

/// <summary>A part of a sentence.</summary>
/// <param name="As"><c>code</c>, <c>name</c>, or null for plain text.</param>
internal sealed record Word(string Text, string? As = null)
{
    public static Word Code(string text) => new(text, "code");

    public static Word Name(string text) => new(text, "name");
}
