import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import satori, { type SatoriOptions } from 'satori';
import sharp from 'sharp';

/** What a share picture says. */
export interface ShareCard {
  readonly title: string;
  readonly kind: string;
  readonly facts: string;
  /** Colors of the lines drawn below the title, the first one as the trunk. */
  readonly colors: readonly string[];
}

const width = 1200;
const height = 630;
/** One list for all pictures: satori parses the fonts of a list once. */
const fonts = [
  {
    name: 'Overpass',
    weight: 700 as const,
    data: readFileSync(join(process.cwd(), 'node_modules/@fontsource/overpass/files/overpass-latin-700-normal.woff')),
  },
] satisfies SatoriOptions['fonts'];

/** Draws a share picture of 1200 by 630 pixels as PNG. */
export async function drawCard({ title, kind, facts, colors }: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  const svg = await satori(
    box(
      {
        width,
        height,
        padding: '64px 72px',
        flexDirection: 'column',
        justifyContent: 'space-between',
        background: '#faf9f5',
        color: '#15171d',
      },
      [
        box({ alignItems: 'center', gap: 18, fontSize: 34 }, [
          logo(),
          'Wayline',
          box({ marginLeft: 'auto', color: '#5b6070', fontSize: 30 }, [kind]),
        ]),
        box({ fontSize: sizeFor(title), lineHeight: 1.08, letterSpacing: '-0.02em' }, [title]),
        box({ flexDirection: 'column', gap: 34 }, [strip(colors), box({ fontSize: 32, color: '#3d4250' }, [facts])]),
      ],
    ) as never,
    { width, height, fonts },
  );
  const picture = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: 'off' }).render();
  return Uint8Array.from(
    await sharp(picture.pixels, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .png({ compressionLevel: 6 })
      .toBuffer(),
  );
}

type Child = string | object;

function box(style: Record<string, unknown>, children: readonly Child[]): object {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

const sizeFor = (title: string) => (title.length > 60 ? 62 : title.length > 34 ? 76 : 96);

const logo = () =>
  box({ width: 44, height: 44, borderRadius: 44, border: '13px solid #1a7f4f', background: '#ffffff' }, []);

/** A line with stops; other lines join it at interchanges. */
function strip(colors: readonly string[]): object {
  const [trunk = '#1a7f4f', ...others] = colors;
  const stops = 6;
  const stop = (index: number) => {
    const other = others[index - 1];
    const ring = {
      width: other ? 66 : 44,
      height: 44,
      borderRadius: 22,
      border: '8px solid #15171d',
      background: other ?? '#ffffff',
    };
    return box(ring, []);
  };
  return box(
    {
      width: '100%',
      height: 44,
      alignItems: 'center',
      justifyContent: 'space-between',
      backgroundImage: `linear-gradient(${trunk}, ${trunk})`,
      backgroundSize: '100% 16px',
      backgroundPosition: '0 14px',
      backgroundRepeat: 'no-repeat',
    },
    Array.from({ length: stops }, (_, index) => stop(index)),
  );
}
