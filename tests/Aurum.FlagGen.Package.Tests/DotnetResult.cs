namespace Aurum.FlagGen.Package.Tests;

/// <summary>What a call of the dotnet command came to.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything that it printed.</param>
internal sealed record DotnetResult(int ExitCode, string Output)
{
    /// <summary>The lines with a text.</summary>
    public IEnumerable<string> Lines(string text) => Output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal)).Select(static line => line.Trim());
}
