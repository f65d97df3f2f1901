namespace Aurum.FlagGen.Stores;

/// <summary>Keeps writers of one manifest apart, in this process and in others: whoever has the lock file open, writes.</summary>
/// <remarks>The file stays when it is let go: deleting it would let a third writer make a new one while a second still holds the old.</remarks>
internal static class FlagFileLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <exception cref="FeatureFlagStoreException">Another writer does not let go, or the file cannot be made.</exception>
    public static async ValueTask<IDisposable> AcquireAsync(string path, CancellationToken cancellationToken)
    {
        // Another process is waited for, and its time is real whatever clock is injected.
        TimeProvider clock = TimeProvider.System;
        long start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new FeatureFlagStoreException($"The lock file '{path}' cannot be opened, so the flags cannot be written; let the process write into its folder. {exception.Message}", exception);
            }
            catch (DirectoryNotFoundException exception)
            {
                throw new FeatureFlagStoreException($"The folder of '{path}' does not exist, so the flags cannot be written; create it, or correct the path.", exception);
            }
            catch (IOException exception) when (!IsHeld(exception))
            {
                throw new FeatureFlagStoreException($"The lock file '{path}' cannot be opened, so the flags cannot be written: {exception.Message}", exception);
            }
            catch (IOException exception) when (clock.GetElapsedTime(start) >= Patience)
            {
                throw new FeatureFlagStoreException($"Another writer has held '{path}' for {Patience.TotalSeconds} seconds, so the flags were not written; end that process, or try again.", exception);
            }
            catch (IOException)
            {
                await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // The sharing violations of Windows, and what the lock of an open file gives on Linux and macOS; anything else stays as it is, however long one waits.
    private static bool IsHeld(IOException exception) => exception.HResult is unchecked((int)0x80070020) or unchecked((int)0x80070021) or 11 or 35;
}
