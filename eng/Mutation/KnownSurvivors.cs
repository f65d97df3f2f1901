namespace Aurum.FlagGen.Mutation;

/// <summary>The list of mutants that no test can notice, each with the reason. A line has the name of a mutant, two spaces at least, and what follows a number sign.</summary>
internal sealed class KnownSurvivors(string path)
{
    private readonly Dictionary<string, string> _reasons = File.Exists(path)
        ? File.ReadLines(path).Where(static line => line.Contains(" # ", StringComparison.Ordinal)).Select(static line => line.Split(" # ", 2)).ToDictionary(static parts => parts[0].Trim(), static parts => parts[1].Trim(), StringComparer.Ordinal)
        : [];

    public bool Contains(Mutant mutant) => _reasons.ContainsKey(mutant.Name);

    /// <summary>Those on the list that were noticed, or are no more: the list is to be cleared of them.</summary>
    public IEnumerable<string> Except(IEnumerable<Mutant> survivors) => _reasons.Keys.Except(survivors.Select(static mutant => mutant.Name));
}
