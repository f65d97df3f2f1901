using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Readme.Tests;

/// <summary>The code of the README's tour: each block behind a comment that names its file.</summary>
internal static partial class Tour
{
    public static string Manifest => File("flags.json");

    public static string Readme { get; } = System.IO.File.ReadAllText(RepositoryFolder.Combine("README.md"));

    public static string File(string name) =>
        Blocks().Matches(Readme).Single(match => match.Groups["file"].Value == name).Groups["code"].Value;

    [GeneratedRegex(@"<!-- tour: (?<file>\S+) -->\n```\w+\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
