//! A life: what people, tabs and the network do, by chance.

use crate::world::World;

/// Lives a life. What was wrong with it, or how many calls it made.
pub fn live(seed: u64, tells: bool) -> Result<usize, String> {
    let mut world = World::new(seed, tells);
    world.open(true);
    for _ in 0..world.rng.between(25, 60) {
        let wait = match world.rng.below(10) {
            0..4 => world.rng.between(0, 300),
            4..8 => world.rng.between(300, 8_000),
            8 => world.rng.between(8_000, 70_000),
            _ => 0,
        };
        world.pass_time(wait);
        world.step();
        if let Some(why) = world.failure {
            return Err(why);
        }
    }
    world.settle();
    world.failure.map_or(Ok(world.calls.len()), Err)
}

impl World {
    pub fn some_tab(&mut self, awake: bool) -> Option<usize> {
        let ids: Vec<usize> = self.tabs.iter().filter(|tab| !(awake && tab.frozen)).map(|tab| tab.id).collect();
        self.rng.pick(&ids)
    }

    fn step(&mut self) {
        let chance = self.rng.below(100);
        match chance {
            0..26 => self.person_dismisses(),
            26..52 => self.person_does(),
            52..64 => {
                let mut rng = crate::rng::Rng(self.rng.next());
                self.service.arrive(&mut rng);
                self.say(|| "something arrives".into());
            }
            64..67 => self.dismissed_elsewhere(),
            67..73 if self.tabs.len() < 4 => {
                let visible = self.rng.percent(60);
                self.open(visible);
            }
            73..78 => self.close(),
            78..82 => self.crash(),
            82..88 => self.show_or_hide(),
            88..92 => self.freeze_or_wake(),
            92..96 => self.go_on_or_offline(),
            96 => self.sleep(),
            97 if self.rng.percent(50) => {
                let back = self.rng.between(1, 7_200) * 1_000;
                self.offset -= back;
                self.say(|| format!("the clock is set back by {back}"));
            }
            98 => self.faults = self.rng.pick(&[0, 20, 80]).unwrap(),
            99 if self.rng.percent(20) => self.sign_out(),
            _ => {}
        }
    }
}
