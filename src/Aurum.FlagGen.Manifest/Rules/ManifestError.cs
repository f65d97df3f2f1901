using System.Globalization;

namespace Aurum.FlagGen.Manifest.Rules;

/// <summary>A fault found in a manifest: the same value becomes a diagnostic of the compiler and, at run time, a <c>FeatureFlagError</c>.</summary>
internal sealed class ManifestError(ManifestRule rule, TextRange range, string pointer, params object[] arguments)
{
    public ManifestRule Rule { get; } = rule;

    /// <summary>Where in the text.</summary>
    public TextRange Range { get; } = range;

    /// <summary>The JSON pointer (RFC 6901) of the value at fault; empty for the whole document.</summary>
    public string Pointer { get; } = pointer;

    public object[] Arguments { get; } = arguments;

    /// <summary>The whole sentence.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, Arguments);

    /// <summary>The message with the mark at its end, for a text in which others follow it.</summary>
    public string Sentence => Message[Message.Length - 1] is '.' or '?' ? Message : Message + ".";

    public override string ToString() => $"{Rule.Id} {Pointer}: {Message}";
}
