using System.Collections.Concurrent;
using System.Globalization;

namespace Aurum.FlagGen.Mutation;

/// <summary>Tries all mutants of a target and tells which no test noticed.</summary>
/// <param name="target">What is mutated.</param>
/// <param name="files">The beginning of the names of the files, or <see cref="Again"/>, or <see cref="Rest"/>.</param>
internal sealed class MutationRun(MutationTarget target, string files)
{
    /// <summary>Only those mutants are tried that survived the last time.</summary>
    public const string Again = "again";

    /// <summary>Only those mutants are tried that were not yet tried.</summary>
    public const string Rest = "rest";

    private const int Workers = 2;

    private const string Survived = "survived";

    private readonly string _folder = Directory.CreateDirectory(Path.Combine("artifacts", "mutation", target.Name)).FullName;
    private readonly Dictionary<Mutant, string> _answers = [];
    private readonly Lock _gate = new();

    public int Run()
    {
        string folder = Path.GetFullPath(target.Folder) + Path.DirectorySeparatorChar;
        string assembly = Path.Combine(_folder, Path.GetFileNameWithoutExtension(target.Project) + ".dll");
        MutatedProject project = MutatedProject.Compile(
            CompilerArguments.Ask(target.Project),
            file => Path.GetFullPath(file).StartsWith(folder, StringComparison.Ordinal),
            assembly);
        Console.WriteLine($"{project.Mutants.Count} mutants, of which {project.Mutants.Count(static mutant => mutant.OwnTree is not null)} are compiled by themselves.");
        string log = Path.Combine(_folder, "mutants.log");
        Mutant[] selected = Select(project.Mutants, log);

        // Those that cost a process come last: of a run that is broken off, as much as can be is done.
        ConcurrentQueue<Mutant> queue = new(selected.OrderBy(static mutant => mutant.OwnTree is not null));
        Keep(log, project.Mutants.Except(selected));
        Parallel.ForEach(Enumerable.Range(0, Workers), new ParallelOptions { MaxDegreeOfParallelism = Workers }, number =>
        {
            using WorkerProcess worker = new(target, assembly, Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"order{number}.txt")), project.Mutants.Count);
            bool isGreeted = number > 0;
            while (queue.TryDequeue(out Mutant? mutant))
            {
                string answer = Try(project, worker, mutant, assembly, number);
                lock (_gate)
                {
                    Note(log, mutant, answer);
                    if (!isGreeted && worker.Greeting.Length > 0)
                    {
                        isGreeted = true;
                        Console.Write(worker.Greeting);
                    }
                }
            }
        });
        return Report();
    }

    private Mutant[] Select(List<Mutant> mutants, string log)
    {
        Dictionary<string, string> former = ReadAnswers(log);
        return files switch
        {
            Again => [.. mutants.Where(mutant => former.GetValueOrDefault(mutant.Name) == Survived)],
            Rest => [.. mutants.Where(mutant => !former.ContainsKey(mutant.Name))],
            _ => [.. mutants.Where(mutant => mutant.File.StartsWith(files, StringComparison.Ordinal))],
        };
    }

    /// <summary>Takes the answers over that an earlier run gave on mutants that this one does not try.</summary>
    private void Keep(string log, IEnumerable<Mutant> mutants)
    {
        Dictionary<string, string> former = ReadAnswers(log);
        File.Delete(log);
        foreach (Mutant mutant in mutants.Where(mutant => former.ContainsKey(mutant.Name)))
        {
            Note(log, mutant, former[mutant.Name]);
        }
    }

    private void Note(string log, Mutant mutant, string answer)
    {
        _answers[mutant] = answer;
        File.AppendAllText(log, $"{answer}\t{mutant.Line}\t{mutant.Name}\n");
    }

    private static Dictionary<string, string> ReadAnswers(string log) => File.Exists(log)
        ? File.ReadLines(log).Select(static line => line.Split('\t', 3)).ToDictionary(static parts => parts[2], static parts => parts[0], StringComparer.Ordinal)
        : [];

    private string Try(MutatedProject project, WorkerProcess worker, Mutant mutant, string assembly, int number)
    {
        if (mutant.OwnTree is null)
        {
            string answer = worker.Try(mutant.Id);

            return answer == "once" ? worker.TryAlone(assembly, mutant.Id) : answer;
        }

        string own = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, number.ToString(CultureInfo.InvariantCulture))).FullName, Path.GetFileName(assembly));
        return project.TryCompile(mutant, own) ? worker.TryAlone(own, mutant: int.MaxValue) : "impossible";
    }

    private int Report()
    {
        KnownSurvivors known = new(Path.Combine("eng", "Mutation", "survivors", $"{target.Name}.txt"));
        Mutant[] survivors = [.. _answers.Where(static answer => answer.Value == Survived).Select(static answer => answer.Key).OrderBy(static mutant => mutant.Id)];
        Mutant[] unknown = [.. survivors.Where(mutant => !known.Contains(mutant))];
        int tried = _answers.Values.Count(static answer => answer != "impossible");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name}: {tried} mutants, {tried - survivors.Length} noticed ({100.0 * (tried - survivors.Length) / tried:F1} %), {survivors.Length} survived, {unknown.Length} of them without an explanation."));
        foreach (Mutant mutant in unknown)
        {
            Console.WriteLine($"line {mutant.Line} of {mutant.Name}");
        }

        if (files.Length == 0)
        {
            foreach (string name in known.Except(survivors))
            {
                Console.WriteLine($"On the list of survivors and none: {name}");
            }
        }

        return unknown.Length == 0 ? 0 : 1;
    }
}
