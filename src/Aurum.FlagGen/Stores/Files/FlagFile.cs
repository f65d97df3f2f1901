using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace Aurum.FlagGen.Stores;

/// <summary>Reads a manifest's file whole and replaces it whole.</summary>
/// <param name="path">The file's path.</param>
/// <param name="otherPath">Where else the file was looked for; null where nowhere else.</param>
internal sealed class FlagFile(string path, string? otherPath = null)
{
    /// <summary>The largest file that is read.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const string TemporaryEnd = ".tmp";

    /// <summary>No write takes as long: what is older was left over by a process that ended in the middle of one.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromHours(1);

    // A byte order mark stays in the text, so that what is written back has it again.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Directory => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>A file beside the manifest, named after it.</summary>
    public string Beside(string suffix) => System.IO.Path.Combine(Directory, System.IO.Path.GetFileNameWithoutExtension(Path) + suffix);

    /// <summary>The length and the time of the last write, by which a change is noticed without reading; null where there is no file.</summary>
    public FlagFileStamp? ReadStamp()
    {
        try
        {
            FileInfo file = new(ResolveTarget(Path));
            return file.Exists ? new FlagFileStamp(file.FullName, file.Length, file.LastWriteTimeUtc) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file was replaced between two of these calls, or is out of reach; it is looked at again.
            return null;
        }
    }

    /// <exception cref="FeatureFlagStoreException">The file is missing, too large, no UTF-8 or cannot be read.</exception>
    public FlagFileContent Read()
    {
        try
        {
            if (IsEmpty())
            {
                throw new FeatureFlagStoreException($"The flag file '{Path}' cannot be read: it is empty, or a pipe or a device in place of a file; write an object with the member \"flags\" into a file, or correct the path.");
            }

            using FileStream stream = new(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > MaxBytes)
            {
                throw new FeatureFlagStoreException($"The flag file '{Path}' has {stream.Length:N0} bytes, and at most {MaxBytes:N0} are read; split it.");
            }

            byte[] bytes = new byte[stream.Length];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return new FlagFileContent(Utf8.GetString(bytes, 0, length), XxHash64.HashToUInt64(bytes.AsSpan(0, length)).ToString("x16", CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FeatureFlagStoreException($"The flag file '{Path}' does not exist{DescribeSearch()}; create it, for a start with {{ \"flags\": {{ }} }}, or correct the path.", exception);
        }
        catch (UnauthorizedAccessException exception) when (System.IO.Directory.Exists(Path))
        {
            throw new FeatureFlagStoreException($"The flag file '{Path}' cannot be read: it is a folder; name the file in it.", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new FeatureFlagStoreException($"The flag file '{Path}' is not UTF-8; save it in that encoding.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // What is not supported is to ask a pipe or a device for its length.
            throw new FeatureFlagStoreException($"The flag file '{Path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Replaces the file in one step: whoever reads it sees the old text or the new one, whatever happens to this process.</summary>
    /// <exception cref="FeatureFlagStoreException">The file cannot be written.</exception>
    public void Replace(string text)
    {
        try
        {
            Replace(Path, stream => stream.Write(Utf8.GetBytes(text)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FeatureFlagStoreException($"The flag file '{Path}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Replaces a file that exists in one step, on the disk when this returns. A link stays, and so do the rights.</summary>
    /// <param name="path">The file, or a link to it.</param>
    /// <param name="write">Writes what takes its place.</param>
    public static void Replace(string path, Action<FileStream> write)
    {
        string target = ResolveTarget(path);
        string temporary = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target)!, $"{TemporaryBeginning(target)}{Guid.NewGuid():N}{TemporaryEnd}");
        try
        {
            using (FileStream stream = Create(temporary, target))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            KeepMode(target, temporary);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception)
        {
            DeleteQuietly(temporary);
            throw;
        }

        DeleteLeftovers(target);
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Why the file could not be written is what the caller has to hear.
        }
    }

    // Nobody may read the new file who may not read the old one, not even while it is written.
    private static FileStream Create(string path, string target)
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.GetUnixFileMode(target) | UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    // Of the rights at creation, the process's mask takes some away.
    private static void KeepMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }

    // What has no length is not opened: to open a named pipe waits for a writer, for ever.
    private bool IsEmpty() => new FileInfo(ResolveTarget(Path)) is { Exists: true, Length: 0 };

    private string DescribeSearch() => otherPath is null || otherPath == Path ? "" : $", and neither does '{otherPath}'";

    private static string TemporaryBeginning(string target) => $".{System.IO.Path.GetFileName(target)}.";

    /// <summary>What is written is written, whatever becomes of this.</summary>
    private static void DeleteLeftovers(string target)
    {
        try
        {
            FileInfo written = new(target);
            foreach (FileInfo file in written.Directory!.EnumerateFiles($"*{TemporaryEnd}"))
            {
                if (file.Name.StartsWith(TemporaryBeginning(target), StringComparison.Ordinal) && written.LastWriteTimeUtc - file.LastWriteTimeUtc > LongestWrite)
                {
                    DeleteQuietly(file.FullName);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next write tries again.
        }
    }

    // A rename over a link would put a file in the link's place.
    private static string ResolveTarget(string path) => System.IO.Path.GetFullPath(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
}
