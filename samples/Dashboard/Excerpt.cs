namespace Aurum.Samples.Dashboard;

/// <summary>Lines of flags.json.</summary>
/// <param name="Line">The number of the first, from 1.</param>
/// <param name="Text">The lines, without the indentation that they share.</param>
/// <param name="MarkStart">Where in the text the part begins that decided.</param>
/// <param name="MarkEnd">Where it ends; the same as <paramref name="MarkStart"/> where no part did.</param>
internal sealed record Excerpt(int Line, string Text, int MarkStart, int MarkEnd);
