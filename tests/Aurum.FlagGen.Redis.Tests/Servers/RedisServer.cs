using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Aurum.FlagGen.TestKit;

namespace Aurum.FlagGen.Redis.Tests.Servers;

/// <summary>A redis-server of its own on loopback, with a folder of its own, which can be killed, stopped and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const int Attempts = 10;
    private const int StopSignal = 19;
    private const int ContinueSignal = 18;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly string _program;
    private readonly string[] _arguments;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flaggen-redis-");

    private Process? _process;

    private RedisServer(string program, string[] arguments)
    {
        _program = program;
        _arguments = arguments;
    }

    public int Port { get; private set; }

    public string Configuration => $"127.0.0.1:{Port}";

    /// <summary>Starts a server; skips the running test where there is no redis-server.</summary>
    /// <param name="arguments">Further arguments; <c>{bus}</c> stands for a free port.</param>
    public static async Task<RedisServer> StartAsync(params string[] arguments)
    {
        RedisServer server = new(RequiredTool.RedisServer, arguments.Length > 0 ? arguments : NoPersistence);
        for (int attempt = 1; ; attempt++)
        {
            server.Port = FreePort.Find();
            if (await server.TryStartAsync())
            {
                return server;
            }

            if (attempt == Attempts)
            {
                await server.DisposeAsync();
                throw new InvalidOperationException($"redis-server found no port in {Attempts} attempts.");
            }
        }
    }

    public static string[] NoPersistence { get; } = ["--save", "", "--appendonly", "no"];

    /// <summary>What watches other servers, in place of a server of its own.</summary>
    public static string[] Sentinel { get; } = ["--sentinel"];

    public static string[] EveryWriteOnDisk { get; } = ["--save", "", "--appendonly", "yes", "--appendfsync", "always"];

    /// <summary>Kills the server as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Starts it again, on the same port and in the same folder.</summary>
    public async Task RestartAsync()
    {
        // Whoever looks for a free port holds it for a moment.
        for (int attempt = 1; !await TryStartAsync(); attempt++)
        {
            if (attempt == Attempts)
            {
                throw new InvalidOperationException($"redis-server did not start again on port {Port} in {Attempts} attempts.");
            }
        }
    }

    /// <summary>Has it stand still, with its connections open.</summary>
    public void Freeze() => Signal(StopSignal);

    public void Thaw() => Signal(ContinueSignal);

    public Task<string> SendAsync(params string[] command) => RespClient.SendAsync(Port, command);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private void Signal(int signal) => SendSignal(_process!.Id, signal).ShouldBe(0);

    private async Task<bool> TryStartAsync()
    {
        ProcessStartInfo start = new(_program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (_arguments.SequenceEqual(Sentinel))
        {
            // It keeps what it knows in its configuration, and does not start without.
            string configuration = Path.Combine(_folder.FullName, "sentinel.conf");
            await File.WriteAllTextAsync(configuration, "");
            start.ArgumentList.Add(configuration);
        }

        string[] common = ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--dir", _folder.FullName, "--daemonize", "no"];
        foreach (string argument in common.Concat(_arguments))
        {
            start.ArgumentList.Add(argument == "{bus}" ? FreePort.Find().ToString(CultureInfo.InvariantCulture) : argument);
        }

        Process process = Process.Start(start)!;
        _process = process;
        TaskCompletionSource<bool> isReady = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                isReady.TrySetResult(false);
            }
            else if (line.Data.Contains("Ready to accept connections", StringComparison.Ordinal) || line.Data.Contains("Sentinel ID is", StringComparison.Ordinal))
            {
                isReady.TrySetResult(true);
            }
        };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await isReady.Task.WaitAsync(StartLimit))
        {
            return true;
        }

        await KillAsync();
        return false;
    }
}
