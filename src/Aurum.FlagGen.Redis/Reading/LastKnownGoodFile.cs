using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Aurum.FlagGen.Redis.Reading;

/// <summary>Keeps the last flags that the store gave in a file, which is replaced in one step and which only its owner may read.</summary>
/// <remarks>One write at a time, beside everything else: while one is under way, of several states that come only the last is kept.</remarks>
internal sealed class LastKnownGoodFile(string path, string name, TimeProvider timeProvider, ILogger logger) : IAsyncDisposable
{
    private const int Format = 1;
    private const int MaxBytes = 256 * 1024 * 1024;
    private const string TemporaryEnd = ".new";

    // A definition may be as deep as a parser of its own allows, and stands in an object and an array here.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>No write takes as long.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();

    private RedisState? _next;
    private Task _writing = Task.CompletedTask;
    private string? _fault;

    /// <summary>Reads the file.</summary>
    /// <returns>What it holds; null where there is none, or none of this namespace that can be read.</returns>
    public LastKnownGood? Read()
    {
        try
        {
            FileInfo file = new(path);
            if (!file.Exists)
            {
                return null;
            }

            // A pipe and a device have no length, and whoever opens one may wait for ever.
            if (file.Length is 0 or > MaxBytes)
            {
                Log.FileUnreadable(logger, path, $"It has {file.Length} bytes, and 1 to {MaxBytes} are read.");
                return null;
            }

            return Read(File.ReadAllBytes(path));
        }
        catch (Exception exception)
        {
            // Whatever it is: an application starts without this file as it does without the store.
            Log.FileUnreadable(logger, path, exception.Message);
            return null;
        }
    }

    /// <summary>Has a state written.</summary>
    public void Keep(RedisState state)
    {
        lock (_gate)
        {
            bool isWriting = _next is not null || !_writing.IsCompleted;
            _next = state;
            if (!isWriting)
            {
                _writing = Task.Run(WriteAll);
            }
        }
    }

    /// <summary>Waits until the last state is on the disk.</summary>
    public async ValueTask DisposeAsync()
    {
        Task writing;
        lock (_gate)
        {
            writing = _writing;
        }

        await writing.ConfigureAwait(false);
    }

    private LastKnownGood? Read(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, Options);
        JsonElement root = document.RootElement;
        if (root.GetProperty("format").GetInt32() != Format || root.GetProperty("namespace").GetString() != name)
        {
            Log.FileUnreadable(logger, path, "It is of another namespace or another version of the library.");
            return null;
        }

        RedisPosition position = new(root.GetProperty("epoch").GetString()!, root.GetProperty("version").GetInt64(), root.GetProperty("stamp").GetString()!);
        FeatureFlag[] flags = [.. root.GetProperty("flags").EnumerateArray().Select(static flag => FeatureFlag.Parse(flag.GetRawText()))];
        return new LastKnownGood(RedisState.Of(position, flags), root.GetProperty("saved_at").GetDateTimeOffset());
    }

    private void WriteAll()
    {
        while (true)
        {
            RedisState state;
            lock (_gate)
            {
                if (_next is null)
                {
                    // Whoever comes from here on finds nobody writing, for this task ends without looking again.
                    _writing = Task.CompletedTask;
                    return;
                }

                state = _next;
                _next = null;
            }

            TryWrite(state);
        }
    }

    private void TryWrite(RedisState state)
    {
        // Of its own for each write: processes may share the file.
        string temporary = $"{path}.{Guid.NewGuid():N}{TemporaryEnd}";
        try
        {
            ReadOnlyMemory<byte> json = Serialize(state);
            if (json.Length > MaxBytes || Read(json)?.State.Position != state.Position)
            {
                throw new InvalidDataException($"What would be written, {json.Length} bytes, could not be read again; at most {MaxBytes} are.");
            }

            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (FileStream stream = new(temporary, options))
            {
                stream.Write(json.Span);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            _fault = null;
            DeleteLeftovers();
        }
        catch (Exception exception)
        {
            Delete(temporary);
            if (_fault != exception.Message)
            {
                _fault = exception.Message;
                Log.FileNotWritten(logger, path, exception.Message);
            }
        }
    }

    // What a process left over that ended in the middle of a write.
    private void DeleteLeftovers()
    {
        try
        {
            FileInfo file = new(Path.GetFullPath(path));
            foreach (FileInfo other in file.Directory!.EnumerateFiles($"{file.Name}.*{TemporaryEnd}"))
            {
                if (file.LastWriteTimeUtc - other.LastWriteTimeUtc > LongestWrite)
                {
                    Delete(other.FullName);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What is written is written; the next write tries again.
        }
    }

    private static void Delete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // It is deleted with a later write.
        }
    }

    private ReadOnlyMemory<byte> Serialize(RedisState state)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteString("namespace", name);
            writer.WriteString("epoch", state.Position.Epoch);
            writer.WriteNumber("version", state.Position.Version);
            writer.WriteString("stamp", state.Position.Stamp);
            writer.WriteString("saved_at", timeProvider.GetUtcNow());
            writer.WriteStartArray("flags");
            foreach (FeatureFlag flag in state.Set.Flags)
            {
                writer.WriteRawValue(flag.ToJson());
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
