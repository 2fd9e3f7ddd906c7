using System.Diagnostics;

namespace ModBot.PostgreSql;

/// <summary>
/// A PostgreSQL server of this process's own, in a temporary folder, reached over a socket in that folder and nothing else.
/// It ends, and its folder goes, with this object or with the process, however that ends.
/// </summary>
internal sealed class PostgreSqlCluster : IAsyncDisposable
{
    /// <summary>Ends the server when its standard input closes, then removes the folder.</summary>
    private const string Watch = """
        exec 3<&0
        "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c max_connections=200 -c fsync="$3" -c log_min_messages=fatal -c timezone=UTC >"$1/log" 2>&1 </dev/null 3<&- &
        server=$!
        read -r line <&3
        kill -INT $server
        wait $server
        rm -rf "$1"
        """;

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly string folder;
    private readonly Process watch;
    private int databases;

    private PostgreSqlCluster(string folder, Process watch)
    {
        this.folder = folder;
        this.watch = watch;
    }

    /// <summary>Makes and starts one; takes a few seconds.</summary>
    /// <param name="durable">True where figures shall be those of a server that syncs its disk.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static async Task<PostgreSqlCluster> StartAsync(bool durable = false)
    {
        string programs = PostgreSqlInstallation.Folder ?? throw new InvalidOperationException(PostgreSqlInstallation.Missing);
        string folder = Directory.CreateTempSubdirectory("modbot-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "postgres", folder);
        await RunAsync([.. AsPostgres(Path.Combine(programs, "initdb")), "-D", Path.Combine(folder, "data"), "-U", "modbot", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        var cluster = new PostgreSqlCluster(folder, Start([.. AsPostgres("/bin/sh"), "-c", Watch, "watch", folder, programs, durable ? "on" : "off"]));
        await cluster.WaitAsync(programs);
        return cluster;
    }

    /// <summary>A connection string to a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        string name = $"modbot{Interlocked.Increment(ref databases)}";
        await RunAsync(Path.Combine(PostgreSqlInstallation.Folder!, "createdb"), "-h", folder, "-U", "modbot", name);
        return ConnectionString(name);
    }

    /// <summary>To a database of that name, whether there is one or not.</summary>
    public string ConnectionString(string database) => $"Host={folder};Username=modbot;Database={database};Maximum Pool Size=20";

    public async ValueTask DisposeAsync()
    {
        watch.StandardInput.Close();
        await watch.WaitForExitAsync();
        watch.Dispose();
    }

    private async Task WaitAsync(string programs)
    {
        long started = Stopwatch.GetTimestamp();
        while (await ExitCodeAsync(Path.Combine(programs, "pg_isready"), "-q", "-h", folder) != 0)
        {
            if (watch.HasExited || Stopwatch.GetElapsedTime(started) > LongestStart)
                throw new InvalidOperationException($"The server did not start: {await File.ReadAllTextAsync(Path.Combine(folder, "log"))}");
            await Task.Delay(50);
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static string[] AsPostgres(string program) =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--", program] : [program];

    private static async Task RunAsync(params string[] command)
    {
        if (await ExitCodeAsync(command) != 0)
            throw new InvalidOperationException($"{string.Join(' ', command)} failed.");
    }

    private static async Task<int> ExitCodeAsync(params string[] command)
    {
        using Process process = Start(command);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        foreach (string argument in command.AsSpan(1))
            start.ArgumentList.Add(argument);
        Process process = Process.Start(start)!;
        // Read away, so that nobody waits for room in the pipe.
        _ = process.StandardOutput.ReadToEndAsync();
        return process;
    }
}
