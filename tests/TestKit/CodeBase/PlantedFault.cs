namespace Aurum.FlagGen.TestKit.CodeBase;

/// <summary>A fault that was put into the large code base.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Rule">The rule that must report it.</param>
/// <param name="Start">Where the reported text begins.</param>
/// <param name="Text">The reported text.</param>
internal sealed record PlantedFault(string Path, string Rule, int Start, string Text);
