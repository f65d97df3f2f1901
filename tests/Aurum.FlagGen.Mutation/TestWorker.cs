using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Aurum.FlagGen.Mutation;

/// <summary>A process that holds a mutated assembly and its tests, and tries one mutant after another as it is told on its standard input. An answer is one line.</summary>
internal sealed class TestWorker
{
    private readonly FieldInfo _active;
    private readonly FieldInfo _hits;
    private readonly TestCase[] _tests;
    private readonly string _order;
    private readonly TextWriter _answers;

    /// <summary>The mutants that were met while cases were made and the tests ran for the first time.</summary>
    private readonly bool[] _onlyOnce;

    private TestWorker(Assembly tests, Assembly mutated, int mutants, string[] namespaces, string order, TextWriter answers)
    {
        Type switches = mutated.GetType($"{MutantSource.Namespace}.MutantSwitch")!;
        _active = switches.GetField("Active")!;
        _hits = switches.GetField("Hits")!;
        _order = order;
        _answers = answers;
        _onlyOnce = new bool[mutants];
        _hits.SetValue(null, _onlyOnce);
        _tests = [.. TestFinder.Find(tests, namespaces)];
    }

    /// <param name="arguments">The tests' assembly, the mutated assembly, the file with the order of the tests, the number of mutants, the mutant that is on from the beginning or -1, and the namespaces.</param>
    public static int Run(string[] arguments)
    {
        using TextWriter answers = Console.Out;
        Console.SetOut(TextWriter.Null);
        TestLoadContext context = new(Path.GetFullPath(arguments[0]), Path.GetFullPath(arguments[1]));
        Assembly mutated = context.LoadFromAssemblyName(new AssemblyName(Path.GetFileNameWithoutExtension(arguments[1])));
        int mutants = int.Parse(arguments[3], CultureInfo.InvariantCulture);
        int first = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        mutated.GetType($"{MutantSource.Namespace}.MutantSwitch")!.GetField("Active")!.SetValue(null, first);
        TestWorker worker = new(context.LoadFromAssemblyPath(Path.GetFullPath(arguments[0])), mutated, mutants, arguments[5..], arguments[2], answers);
        if (first >= 0)
        {
            worker.TryAll();
        }
        else
        {
            worker.Serve();
        }

        return 0;
    }

    /// <summary>A mutant that is on while types are initialised and cases are made, too. Only tests take part that pass without it, the quickest first; that a case is not made any more is noticed as well.</summary>
    private void TryAll()
    {
        Dictionary<string, TestCase> tests = _tests.ToDictionary(static test => test.Key, StringComparer.Ordinal);
        Answer(File.ReadLines(_order).FirstOrDefault(key => !tests.TryGetValue(key, out TestCase? test) || !test.Passes()));
    }

    private void Serve()
    {
        TestCase[] sound = [.. _tests.Where(Measure).OrderBy(static test => test.Duration)];
        File.WriteAllLines(_order, sound.Select(static test => test.Key));
        _answers.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ready {sound.Length} {_tests.Length - sound.Length} {sound.Sum(static test => test.Duration.TotalSeconds):F1}"));
        foreach (TestCase test in _tests.Except(sound))
        {
            _answers.WriteLine($"unsound {test.Name}");
        }

        _answers.WriteLine("go");
        while (Console.In.ReadLine() is { Length: > 0 } line)
        {
            int id = int.Parse(line, CultureInfo.InvariantCulture);
            TestCase[] covering = [.. sound.Where(test => test.Hits[id])];
            if (covering.Length == 0)
            {
                // What is made once for the process was made before the mutant was on.
                _answers.WriteLine(_onlyOnce[id] ? "once" : "survived");
                continue;
            }

            _active.SetValue(null, id);
            Answer(Array.Find(covering, static test => !test.Passes())?.Name);
            _active.SetValue(null, -1);
        }
    }

    private void Answer(string? killer) => _answers.WriteLine(killer is null ? "survived" : $"killed {killer}");

    private bool Measure(TestCase test)
    {
        // Once for what is made once, and once for the time and the mutants that it comes by.
        _hits.SetValue(null, _onlyOnce);
        bool passes = test.Passes();
        bool[] hits = new bool[_onlyOnce.Length];
        _hits.SetValue(null, hits);
        long start = Stopwatch.GetTimestamp();
        passes = passes && test.Passes();
        test.Duration = Stopwatch.GetElapsedTime(start);
        test.Hits = hits;
        _hits.SetValue(null, null);
        return passes;
    }
}
