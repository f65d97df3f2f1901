namespace Aurum.FlagGen.Generators.Model;

/// <summary>A file's text. One that is no manifest is read too, if its name could be one's: which files are manifests is known only beside the project's options.</summary>
internal sealed record ManifestText(string Path, string Text);
