namespace Aurum.FlagGen.Generators.Model;

/// <summary>A text of the manifest, and the C# identifier that stands for it.</summary>
/// <param name="Name">The identifier, ready to be written.</param>
/// <param name="Text">The text as the manifest has it.</param>
internal sealed record NamedText(string Name, string Text);
