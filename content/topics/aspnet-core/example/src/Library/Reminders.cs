using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Library;

public sealed record Reminder(string User, string Tool);

/// <summary>What was sent; a stand-in for the mail server.</summary>
public sealed class Outbox
{
    public ConcurrentQueue<Reminder> Sent { get; } = [];
}

/// <summary>Sends one reminder. It's scoped, as everything is that uses a database context.</summary>
public sealed class Sender(Outbox outbox) : IDisposable
{
    private bool isDisposed;

    public async Task Send(Reminder reminder, CancellationToken token)
    {
        if (reminder.User == "") throw new ArgumentException("nobody to remind", nameof(reminder));
        await Task.Delay(50, token);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        outbox.Sent.Enqueue(reminder);
    }

    public void Dispose() => isDisposed = true;
}

// #region worker
/// <summary>Takes reminders from a queue, each in a scope of its own.</summary>
public sealed partial class ReminderWorker(
    Channel<Reminder> queue, IServiceScopeFactory scopes, ILogger<ReminderWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var reminder in queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Sender>().Send(reminder, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Failed(error, reminder.User);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "No reminder for {User}")]
    private partial void Failed(Exception error, string user);
}
// #endregion worker
