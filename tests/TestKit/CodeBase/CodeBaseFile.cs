namespace Aurum.FlagGen.TestKit.CodeBase;

/// <summary>A file of the large code base.</summary>
internal sealed record CodeBaseFile(string Path, string Text);
