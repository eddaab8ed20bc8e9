use std::time::Duration;

use seismometers::display::display;
use seismometers::means::{Gone, Means};
use seismometers::recorder::{Sample, sensor, writer};
use tokio::sync::mpsc::{channel, unbounded_channel};
use tokio::sync::{broadcast, watch};
use tokio::task::JoinSet;
use tokio::time::sleep;

const SECOND: Duration = Duration::from_secs(1);

// #region hang
#[tokio::test(start_paused = true)]
async fn while_the_disk_hangs_memory_stays_and_samples_are_dropped() {
    let (sender, receiver) = channel(1000);
    let sensors: JoinSet<u64> = (0..40).map(|n| sensor(n, sender.clone())).collect();
    drop(sender);

    sleep(60 * SECOND).await; // the disk hangs, so no one receives
    assert_eq!(receiver.len(), 1000);

    drop(receiver); // the sensors notice it
    let dropped: u64 = sensors.join_all().await.iter().sum();
    assert!(dropped >= 40 * 60 * 100 - 1000, "{dropped}");
}
// #endregion hang

#[tokio::test(start_paused = true)]
async fn without_a_limit_everything_is_kept_in_memory() {
    let (sender, receiver) = unbounded_channel();
    let sender_task = tokio::spawn(async move {
        let mut tick = tokio::time::interval(Duration::from_millis(10));
        while !sender.is_closed() {
            tick.tick().await;
            let _ = sender.send(0);
        }
    });
    sleep(60 * SECOND).await;
    assert!(receiver.len() >= 6000);
    drop(receiver);
    sender_task.await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_writer_that_keeps_up_gets_everything_in_order() {
    let (sender, receiver) = channel(1000);
    let sensor = tokio::spawn(sensor(0, sender));
    let mut numbers = Vec::new();
    let write = async |sample: Sample| numbers.push(sample.number);
    let timeout = tokio::time::timeout(10 * SECOND, writer(receiver, write));
    assert!(timeout.await.is_err());
    assert_eq!(sensor.await.unwrap(), 0);
    assert!(numbers.len() >= 1000);
    assert!(numbers.iter().copied().eq(0..numbers.len() as u64));
}

// #region drain
#[tokio::test]
async fn the_writer_takes_what_is_left_and_then_ends() {
    let (sender, receiver) = channel(8);
    for number in 0..5 {
        sender.send(Sample { station: 0, number }).await.unwrap();
    }
    drop(sender);
    assert_eq!(writer(receiver, async |_| {}).await, 5);
}
// #endregion drain

// #region means
#[tokio::test]
async fn the_owner_replies_and_ends_with_its_last_handle() {
    let (means, owner) = Means::start();
    let mut tasks = JoinSet::new();
    for value in [4.0, 8.0, 6.0] {
        let means = means.clone();
        tasks.spawn(async move { means.add("KIRU", value).await });
    }
    tasks.join_all().await;

    assert_eq!(means.mean("KIRU").await, Ok(Some(6.0)));
    assert_eq!(means.mean("OSLO").await, Ok(None));
    drop(means);
    assert_eq!(owner.await.unwrap(), 1);
}
// #endregion means

#[tokio::test]
async fn an_impatient_caller_does_not_harm_the_owner() {
    let (means, _owner) = Means::start();
    means.add("KIRU", 4.0).await.unwrap();
    {
        let mut question = Box::pin(means.mean("KIRU"));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(question.as_mut().poll(&mut context).is_pending()); // sent, and given up
    }
    assert_eq!(means.mean("KIRU").await, Ok(Some(4.0)));
}

#[tokio::test]
async fn callers_learn_that_the_owner_is_gone() {
    let (means, owner) = Means::start();
    owner.abort();
    let _ = owner.await;
    assert_eq!(means.add("KIRU", 4.0).await, Err(Gone));
    assert_eq!(means.mean("KIRU").await, Err(Gone));
}

// #region lag
#[tokio::test]
async fn a_display_that_lags_says_so_and_goes_on() {
    let (events, receiver) = broadcast::channel(4);
    let (limit, limits) = watch::channel(30);
    for magnitude in [31, 32, 33, 34, 35, 12, 36] {
        events.send(magnitude).unwrap();
    }
    drop(events);
    let mut shown = Vec::new();
    display(receiver, limits, |line| shown.push(line)).await;
    assert_eq!(shown, ["3 missed, reload", "M 34", "M 35", "M 36"]);
    drop(limit);
}
// #endregion lag

#[tokio::test]
async fn a_display_sees_only_the_newest_limit() {
    let (events, receiver) = broadcast::channel(4);
    let (limit, limits) = watch::channel(30);
    let (lines, mut shown) = unbounded_channel();
    let display = tokio::spawn(display(receiver, limits, move |line| {
        lines.send(line).unwrap()
    }));
    limit.send(40).unwrap();
    limit.send(50).unwrap();
    assert_eq!(shown.recv().await.unwrap(), "from M 50");
    events.send(49).unwrap();
    events.send(50).unwrap();
    assert_eq!(shown.recv().await.unwrap(), "M 50");
    drop(limit); // the display lives on with the last limit
    events.send(51).unwrap();
    assert_eq!(shown.recv().await.unwrap(), "M 51");
    drop(events);
    display.await.unwrap();
}
