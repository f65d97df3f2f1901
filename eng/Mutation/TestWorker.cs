using System.Globalization;
using System.Reflection;

namespace Aurum.FlagGen.Mutation;

/// <summary>A process that holds a mutated assembly and its tests, and tries one mutant after another as it is told on its standard input. An answer is one line.</summary>
internal sealed class TestWorker
{
    /// <summary>What a test may take with a mutant, in processor time: so much, and so many times what it takes without.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(6);

    private const int Times = 20;

    private readonly FieldInfo _active;
    private readonly FieldInfo _hits;
    private readonly TestCase[] _tests;
    private readonly string _order;
    private readonly TextWriter _answers;

    /// <summary>The mutants that were met while cases were made and the tests ran for the first time.</summary>
    private readonly bool[] _onlyOnce;

    /// <summary>At how many ticks of processor time the test that runs is taken for one without an end.</summary>
    private long _end = long.MaxValue;

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
        new Thread(worker.Watch) { IsBackground = true }.Start();
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
        foreach (string[] parts in File.ReadLines(_order).Select(static line => line.Split('\t')))
        {
            if (tests.TryGetValue(parts[0], out TestCase? test))
            {
                test.Duration = TimeSpan.FromTicks(long.Parse(parts[1], CultureInfo.InvariantCulture));
            }

            if (test is null || !PassesInTime(test))
            {
                Answer(parts[0]);
                return;
            }
        }

        Answer(killer: null);
    }

    private void Serve()
    {
        TestCase[] sound = [.. _tests.Where(Measure).OrderBy(static test => test.Duration)];
        File.WriteAllLines(_order, sound.Select(static test => string.Create(CultureInfo.InvariantCulture, $"{test.Key}\t{test.Duration.Ticks}")));
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
            Answer(Array.Find(covering, test => !PassesInTime(test))?.Name);
            _active.SetValue(null, -1);
        }
    }

    private bool PassesInTime(TestCase test)
    {
        Interlocked.Exchange(ref _end, (Environment.CpuUsage.TotalTime + Least + (test.Duration * Times)).Ticks);
        bool passes = test.Passes();
        Interlocked.Exchange(ref _end, long.MaxValue);
        return passes;
    }

    /// <summary>Ends the process with a test that has no end. Processor time counts, because the machine may have other work.</summary>
    private void Watch()
    {
        while (Environment.CpuUsage.TotalTime.Ticks <= Interlocked.Read(ref _end))
        {
            Thread.Sleep(100);
        }

        _answers.WriteLine(WorkerProcess.RunningOn);
        _answers.Flush();
        Environment.Exit(0);
    }

    private void Answer(string? killer) => _answers.WriteLine(killer is null ? "survived" : $"killed {killer}");

    private bool Measure(TestCase test)
    {
        // Once for what is made once, and once for the time and the mutants that it comes by.
        _hits.SetValue(null, _onlyOnce);
        bool passes = test.Passes();
        bool[] hits = new bool[_onlyOnce.Length];
        _hits.SetValue(null, hits);
        TimeSpan start = Environment.CpuUsage.TotalTime;
        passes = passes && test.Passes();
        test.Duration = Environment.CpuUsage.TotalTime - start;
        test.Hits = hits;
        _hits.SetValue(null, null);
        return passes;
    }
}
