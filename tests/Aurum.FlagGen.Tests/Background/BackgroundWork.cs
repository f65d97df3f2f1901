using System.Text.RegularExpressions;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Tests.Background;

/// <summary>Finds in the source of the products where code runs that nobody awaits, or code of somebody else's that may throw.</summary>
internal static partial class BackgroundWork
{
    /// <summary>Every place, as <c>Project/File: kind × how many</c>, in order.</summary>
    public static IReadOnlyList<string> FindAll()
    {
        string source = RepositoryFolder.Combine("src");
        return
        [
            .. Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => FindIn(file).Select(kind => $"{Path.GetRelativePath(source, file).Split(Path.DirectorySeparatorChar)[0]}/{Path.GetFileName(file).Split('.')[0]}: {kind}"))
                .GroupBy(static place => place)
                .Select(static group => group.Count() == 1 ? group.Key : $"{group.Key} × {group.Count()}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> FindIn(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            if (Comment().IsMatch(line))
            {
                continue;
            }

            foreach (Group group in Work().Matches(line).SelectMany(static match => match.Groups.Values.Skip(1)))
            {
                if (group.Success)
                {
                    yield return group.Name.Replace('_', ' ');
                }
            }
        }
    }

    [GeneratedRegex(@"^\s*//")]
    private static partial Regex Comment();

    [GeneratedRegex(
        """
        (?<task>\bTask\.Run\(|\bTask\.Factory\b|\bnew\ Thread\(|\bThreadPool\.|\bParallel\.\w+\(|\bnew\ Task\()
        |(?<continuation>\.ContinueWith\()
        |(?<timer>\.CreateTimer\(|\bnew\ (?:PeriodicTimer|Timer)\()
        |(?<watcher>\bnew\ FileSystemWatcher\()
        |(?<subscription>(?:\.|^\s*)[A-Z]\w*\ \+=\ (?:[A-Z]\w*;|.*=>|delegate)|\bSubscribeAsync\(|\.OnMessage\(|[tT]oken\.(?:Unsafe)?Register\(|\bChangeToken\.|\.OnChange\()
        |(?<event>\bevent\ [A-Z])
        |(?<hosted_service>class\ .*\b(?:IHostedService|IHostedLifecycleService|BackgroundService)\b)
        |(?<async_void>\basync\ void\b)
        |(?<unawaited_call>^\s*_\ =\ .*Async\()
        |(?<listener>\.OnTracked\()
        |(?<ambient_context>\bFlagContext\.Current\b|\b_create!?\()
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Work();
}
