import type { CatalogueEntry } from '../types.ts';
import { airPollutionSpecialistCertificate } from './air-pollution-specialist-certificate.ts';
import { dieselSmokeInspectorCertificate } from './diesel-smoke-inspector-certificate.ts';
import { drivingPatternInspectorCertificate } from './driving-pattern-inspector-certificate.ts';
import { emissionControlInspectorCertificate } from './emission-control-inspector-certificate.ts';
import { environmentalAgentsTechnicianCertificate } from './environmental-agents-technician-certificate.ts';
import { indoorAirSpecialistCertificate } from './indoor-air-specialist-certificate.ts';
import { petrolVapourTesterCertificate } from './petrol-vapour-tester-certificate.ts';
import { premisesNoiseInspectorCertificate } from './premises-noise-inspector-certificate.ts';
import { radiationProtectionStaff } from './radiation-protection-staff.ts';
import { radiationSafetyCertificate } from './radiation-safety-certificate.ts';
import { soilPollutionAssessorCertificate } from './soil-pollution-assessor-certificate.ts';
import { toxicChemicalsTechnicianCertificate } from './toxic-chemicals-technician-certificate.ts';
import { vehicleNoiseInspectorCertificate } from './vehicle-noise-inspector-certificate.ts';
import { wasteTechnicianCertificate } from './waste-technician-certificate.ts';
import { wastewaterSpecialistCertificate } from './wastewater-specialist-certificate.ts';

/** In the order of the handbook's tables. */
export const environment: readonly CatalogueEntry[] = [
  wasteTechnicianCertificate,
  wastewaterSpecialistCertificate,
  airPollutionSpecialistCertificate,
  indoorAirSpecialistCertificate,
  toxicChemicalsTechnicianCertificate,
  environmentalAgentsTechnicianCertificate,
  soilPollutionAssessorCertificate,
  emissionControlInspectorCertificate,
  drivingPatternInspectorCertificate,
  vehicleNoiseInspectorCertificate,
  premisesNoiseInspectorCertificate,
  petrolVapourTesterCertificate,
  dieselSmokeInspectorCertificate,
  radiationProtectionStaff,
  radiationSafetyCertificate,
];
