using System.Diagnostics;
using System.Globalization;

namespace Aurum.FlagGen.Mutation;

/// <summary>A worker, seen from the process that gives it its work.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>What is answered of a mutant with which a test has no end; the process ends with it.</summary>
    public const string RunningOn = "killed by running on";

    /// <summary>For a mutant that waits for ever: what needs the processor for ever the process finds out itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly MutationTarget _target;
    private readonly string _assembly;
    private readonly string _order;
    private readonly int _mutants;
    private Process? _process;

    /// <param name="target">What is mutated.</param>
    /// <param name="assembly">The assembly with all mutants that have a switch.</param>
    /// <param name="order">The file for the order of the tests.</param>
    /// <param name="mutants">How many mutants there are.</param>
    public WorkerProcess(MutationTarget target, string assembly, string order, int mutants)
    {
        _target = target;
        _assembly = assembly;
        _order = order;
        _mutants = mutants;
    }

    public string Greeting { get; private set; } = "";

    /// <summary>Tries a mutant that is switched on between two tests.</summary>
    public string Try(int mutant)
    {
        Process process = GetReady();
        process.StandardInput.WriteLine(mutant.ToString(CultureInfo.InvariantCulture));
        return Await(process);
    }

    /// <summary>Tries a mutant that is on, or the only one there, from the first instruction of a process.</summary>
    public string TryAlone(string assembly, int mutant)
    {
        GetReady();
        using Process process = Start(assembly, mutant);
        string answer = Await(process);
        Kill(process);
        return answer;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Kill(_process);
            _process.Dispose();
        }
    }

    /// <summary>The process that has run all tests without a mutant, and knows which of them pass, how long they take and what they come by.</summary>
    private Process GetReady()
    {
        if (_process is null)
        {
            Greeting = "";
            _process = Start(_assembly, mutant: -1);
            string? line;
            while ((line = _process.StandardOutput.ReadLine()) != "go")
            {
                Greeting += (line ?? throw new InvalidOperationException($"The worker ended before its work. {Greeting}")) + "\n";
            }
        }

        return _process;
    }

    /// <summary>A mutant that never ends, or that ends the process, is found out as well.</summary>
    private string Await(Process process)
    {
        Task<string?> answer = process.StandardOutput.ReadLineAsync();
        if (answer.Wait(Patience) && answer.Result is { } text && text != RunningOn)
        {
            return text;
        }

        string how = answer is { IsCompleted: true, Result: null } ? "killed by ending the process" : RunningOn;
        Kill(process);
        if (process == _process)
        {
            _process = null;
        }

        return how;
    }

    private Process Start(string assembly, int mutant)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            typeof(WorkerProcess).Assembly.Location, "work", _target.TestAssembly, assembly, _order,
            _mutants.ToString(CultureInfo.InvariantCulture), mutant.ToString(CultureInfo.InvariantCulture), .. _target.Tests,
        ];
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // A mutant that gathers memory without end must not take the machine's; a random test must not differ between mutants.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        start.Environment["CsCheck_Seed"] = "0000000000000";
        start.Environment["FLAGGEN_LONG"] = "100";
        start.Environment["FLAGGEN_SLOW"] = "1";
        Process process = Process.Start(start)!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }
}
