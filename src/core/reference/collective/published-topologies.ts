/** A published machine: gigabits a second and microseconds as {@link link} takes them. */
export interface PublishedTopology {
  readonly perNode: number;
  readonly intra: { readonly gbps: number; readonly us: number };
  readonly inter: { readonly gbps: number; readonly us: number };
  readonly source: string;
}

/** Microseconds of a message of 64 bytes: over NVLink, and over InfiniBand across leaf switches. */
const measured = { nvlink: 3.33, infiniband: 3.7 } as const;
const latencies = 'latencies of NVLink and InfiniBand as measured in DeepSeek-AI 2025, arXiv 2505.09343, table 5';

/** Bandwidths of one direction: half of what data sheets give for NVLink. */
export const publishedTopologies = {
  'dgx-a100': {
    ...{ perNode: 8, intra: { gbps: 2400, us: measured.nvlink }, inter: { gbps: 200, us: measured.infiniband } },
    source: `NVIDIA in MLPerf Training 2.0, systems/dgxa100_n128_ngc22.04_pytorch.json: 600 GB/s of NVLink a GPU, 8 ConnectX-6 of 200 Gb/s for computing; ${latencies}`,
  },
  'dgx-h100': {
    ...{ perNode: 8, intra: { gbps: 3600, us: measured.nvlink }, inter: { gbps: 400, us: measured.infiniband } },
    source: `NVIDIA, Hopper architecture: 900 GB/s of NVLink a GPU; NVIDIA DGX BasePOD reference architecture, core components: 8 ConnectX-7 of 400 Gb/s; ${latencies}`,
  },
  h800: {
    ...{ perNode: 8, intra: { gbps: 1280, us: measured.nvlink }, inter: { gbps: 320, us: measured.infiniband } },
    source: `DeepSeek-AI 2025, arXiv 2505.09343, section 4.3: 160 GB/s of NVLink of 200, and 40 GB/s of InfiniBand in effect of a ConnectX-7 of 400 Gb/s (docs/legacy.md of deepseek-ai/DeepEP: about 160, and at most 50); ${latencies}`,
  },
  'gb200-nvl72': {
    ...{ perNode: 72, intra: { gbps: 7200, us: measured.nvlink }, inter: { gbps: 400, us: measured.infiniband } },
    source: `NVIDIA GB200 NVL72 data sheet: 1.8 TB/s of NVLink a GPU; one adapter of 400 Gb/s a GPU; ${latencies}`,
  },
} as const satisfies Readonly<Record<string, PublishedTopology>>;
